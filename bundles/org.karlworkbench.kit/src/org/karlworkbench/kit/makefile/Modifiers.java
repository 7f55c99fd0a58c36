package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.karlworkbench.kit.Glob;

/** Applies the modifiers of a variable reference to its value, word by word. */
final class Modifiers {
    private static final int LONGEST_PATTERN = 1024;

    private final Budget budget;
    private final Problems problems;

    Modifiers(Budget budget, Problems problems) {
        this.budget = budget;
        this.problems = problems;
    }

    /** The value after one modifier, which is already expanded; unchanged if the modifier is not known here. */
    String apply(String value, String modifier, int line) {
        if (!budget.take(value.length() + modifier.length()) || modifier.isEmpty()) {
            return value;
        }
        char kind = modifier.charAt(0);
        if (kind == 'M' || kind == 'N') {
            return select(value, modifier.substring(1), kind == 'M', line);
        }
        if (kind == 'S' && Reference.isSubstitution(modifier, 0)) {
            return substitute(value, modifier, line);
        }
        if (modifier.length() == 1) {
            return single(value, kind, line);
        }
        int equals = modifier.indexOf('=');
        if (equals >= 0 && kind != 'C') {
            String old = modifier.substring(0, equals);
            String with = modifier.substring(equals + 1);
            return each(value, word -> suffix(word, old, with));
        }
        return unknown(value, modifier, line);
    }

    private String single(String value, char kind, int line) {
        return switch (kind) {
            case 'R' -> each(value, word -> word.substring(0, dot(word)));
            case 'E' -> each(value, word -> word.substring(Math.min(word.length(), dot(word) + 1)));
            case 'T' -> each(value, word -> word.substring(word.lastIndexOf('/') + 1));
            case 'H' -> each(value, Modifiers::head);
            case 'L' -> value.toLowerCase(Locale.ROOT);
            case 'U' -> value.toUpperCase(Locale.ROOT);
            case 'Q' -> value;
            case 'O' -> String.join(" ", new TreeSet<>(words(value)));
            default -> unknown(value, String.valueOf(kind), line);
        };
    }

    private String unknown(String value, String modifier, int line) {
        problems.note(line, "modifier " + Problems.quote(":" + modifier) + " is not followed");
        return value;
    }

    private String select(String value, String pattern, boolean wanted, int line) {
        if (pattern.length() > LONGEST_PATTERN) {
            problems.bad(line, "a pattern of " + pattern.length() + " characters");
            return "";
        }
        boolean plain = pattern.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
        if (!plain && !budget.take((long) value.length() * pattern.length())) {
            return "";
        }
        Glob glob = Glob.of(pattern);
        List<String> kept = new ArrayList<>();
        for (String word : words(value)) {
            if (glob.matches(word) == wanted) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }

    private String substitute(String value, String modifier, int line) {
        char sign = modifier.charAt(1);
        int second = Reference.sign(modifier, 2, sign);
        int third = second < 0 ? -1 : Reference.sign(modifier, second + 1, sign);
        if (third < 0) {
            problems.bad(line, "modifier " + Problems.quote(":" + modifier) + " is not complete");
            return value;
        }
        String old = unescape(modifier.substring(2, second), sign);
        String with = unescape(modifier.substring(second + 1, third), sign);
        boolean all = modifier.indexOf('g', third) > 0;
        return each(value, word -> substituteIn(word, old, with, all));
    }

    private static String unescape(String text, char sign) {
        return text.replace("\\" + sign, String.valueOf(sign));
    }

    private String substituteIn(String word, String old, String with, boolean all) {
        boolean atStart = old.startsWith("^");
        boolean atEnd = old.length() > (atStart ? 1 : 0) && old.endsWith("$");
        String middle = old.substring(atStart ? 1 : 0, old.length() - (atEnd ? 1 : 0));
        if (atStart || atEnd) {
            boolean fits =
                    atStart && atEnd ? word.equals(middle) : atStart ? word.startsWith(middle) : word.endsWith(middle);
            if (!fits) {
                return word;
            }
            int from = atStart ? 0 : word.length() - middle.length();
            return word.substring(0, from) + with + word.substring(from + middle.length());
        }
        if (middle.isEmpty() || !word.contains(middle)) {
            return word;
        }
        if (!all) {
            int from = word.indexOf(middle);
            return word.substring(0, from) + with + word.substring(from + middle.length());
        }
        long times = word.length() / middle.length();
        return budget.take(times * with.length()) ? word.replace(middle, with) : word;
    }

    /** The form {@code :.c=.o}: the end of each word that ends so. */
    private static String suffix(String word, String old, String with) {
        int percent = old.indexOf('%');
        if (percent < 0) {
            return word.endsWith(old) ? word.substring(0, word.length() - old.length()) + with : word;
        }
        String before = old.substring(0, percent);
        String after = old.substring(percent + 1);
        boolean fits =
                word.length() >= before.length() + after.length() && word.startsWith(before) && word.endsWith(after);
        return fits
                ? with.replaceFirst("%", quoted(word.substring(before.length(), word.length() - after.length())))
                : word;
    }

    private static String quoted(String stem) {
        return java.util.regex.Matcher.quoteReplacement(stem);
    }

    private static int dot(String word) {
        int dot = word.lastIndexOf('.');
        return dot > word.lastIndexOf('/') ? dot : word.length();
    }

    private static String head(String word) {
        int slash = word.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : word.substring(0, slash);
    }

    private String each(String value, UnaryOperator<String> change) {
        StringBuilder out = new StringBuilder(value.length());
        for (String word : words(value)) {
            String changed = change.apply(word);
            if (!changed.isEmpty() && budget.take(changed.length())) {
                out.append(out.isEmpty() ? "" : " ").append(changed);
            }
        }
        return out.toString();
    }

    /** The words of a value, split at white space. */
    static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            int end = at;
            while (end < value.length() && value.charAt(end) > ' ') {
                end++;
            }
            if (end > at) {
                words.add(value.substring(at, end));
            }
            at = end + 1;
        }
        return words;
    }
}
