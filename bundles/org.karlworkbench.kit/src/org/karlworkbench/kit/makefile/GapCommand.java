package org.karlworkbench.kit.makefile;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The command that makes gap.o.
 *
 * @param pad the pad word as a number of 32 bits; empty if there is none or it is no such number
 * @param spelled the pad word as it is written; null if there is none
 * @param dummy the gap's dummy object; null if there is none
 * @param flags the words of LDFLAGS in the command's environment
 */
record GapCommand(OptionalLong pad, String spelled, String dummy, List<String> flags) {
    private static final String SCRIPT = "makegap.sh";
    private static final String FLAGS = "LDFLAGS=";
    static final GapCommand NONE = new GapCommand(OptionalLong.empty(), null, null, List.of());

    /** Finds the command in an expanded shell line; {@link #NONE} if it is not there. */
    static GapCommand of(String shell) {
        if (!shell.contains(SCRIPT)) {
            return NONE;
        }
        for (ShellCommand command : ShellCommand.split(shell)) {
            List<String> words = command.words();
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).equals(SCRIPT) || words.get(i).endsWith("/" + SCRIPT)) {
                    return of(words, i);
                }
            }
        }
        return NONE;
    }

    private static GapCommand of(List<String> words, int script) {
        String pad = script + 1 < words.size() ? words.get(script + 1) : null;
        String dummy =
                script + 2 < words.size() && LinkLine.isObject(words.get(script + 2)) ? words.get(script + 2) : null;
        List<String> flags = words.subList(0, script).stream()
                .filter(word -> word.startsWith(FLAGS))
                .flatMap(word -> ShellWords.split(word.substring(FLAGS.length())).stream())
                .toList();
        return new GapCommand(number(pad), pad, dummy, flags);
    }

    private static OptionalLong number(String spelled) {
        if (spelled == null || spelled.length() > 10) {
            return OptionalLong.empty();
        }
        String lower = spelled.toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("0x") ? hex(lower.substring(2)) : word(Long.parseLong(lower));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The oldest form of the script took a single byte and filled with it. */
    private static OptionalLong hex(String digits) {
        long value = Long.parseLong(digits, 16);
        return word(digits.length() <= 2 ? value * 0x01010101L : value);
    }

    private static OptionalLong word(long value) {
        return value >= 0 && value <= 0xffffffffL ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
