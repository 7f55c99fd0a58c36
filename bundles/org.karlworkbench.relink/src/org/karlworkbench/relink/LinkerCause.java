package org.karlworkbench.relink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cause for which linkers fail.
 *
 * @param code the failure's code
 * @param clause what is wrong, as a clause whose subject is the linker, with names in braces
 * @param cure what helps, with names in braces
 * @param patterns what a linker's message says then; each defines all names but {@code {signal}}
 * @param signals the signals by which a linker without a known message is killed then
 */
record LinkerCause(String code, String clause, String cure, List<Pattern> patterns, List<Integer> signals) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SHORT_GROUP = Pattern.compile("<(\\w+)>");
    private static final String GROUP = "(?<$1>[^:`'>]+?)";

    /**
     * A cause as one kit, kernel and linker have it.
     *
     * @param code the failure's code
     * @param clause what is wrong
     * @param cure what helps
     * @param line the linker's own line; empty if it said nothing
     */
    record Found(String code, String clause, String cure, String line) {}

    /** The expression of a line of the table: its {@code <name>} are groups. */
    static Pattern pattern(String text) {
        Matcher names = SHORT_GROUP.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (names.find()) {
            boolean group = names.start() >= 2 && text.startsWith("(?", names.start() - 2);
            names.appendReplacement(expanded, group ? "$0" : GROUP);
        }
        return Pattern.compile(names.appendTail(expanded).toString(), Pattern.CASE_INSENSITIVE);
    }

    /**
     * This cause in a linker's messages, the first one told and the number of the others.
     *
     * @param messages what the linker said
     * @param end how it ended, for people
     */
    Optional<Found> in(List<LinkerMessage> messages, String end) {
        List<String> clauses = new ArrayList<>();
        Found first = null;
        for (LinkerMessage message : messages) {
            Found found = in(message, end);
            if (found != null && !clauses.contains(found.clause())) {
                clauses.add(found.clause());
                first = first == null ? found : first;
            }
        }
        if (clauses.size() < 2) {
            return Optional.ofNullable(first);
        }
        String clause = first.clause() + " (and " + (clauses.size() - 1) + " more like this)";
        return Optional.of(new Found(code, clause, first.cure(), first.line()));
    }

    /** This cause without the linker's own words. */
    Found silent(String end) {
        return new Found(code, filled(clause, null, end), filled(cure, null, end), "");
    }

    private Found in(LinkerMessage message, String end) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(message.whole());
            if (matcher.find()) {
                return new Found(code, filled(clause, matcher, end), filled(cure, matcher, end), message.line());
            }
        }
        return null;
    }

    private static String filled(String text, Matcher matcher, String end) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        name.group(1).equals("signal")
                                ? end
                                : matcher.group(name.group(1)).strip()));
    }
}
