package org.karlworkbench.debug.trace;

import java.util.List;

/** The names under which machines and debuggers show where the processor was. */
final class Counter {
    private static final List<String> NAMES =
            List.of("rip", "eip", "pc", "epc", "elr", "srr0", "tpc", "iip", "stopped at", "instruction pointer");

    /** What those names end with. */
    private static final String LAST = "cprt0";

    /** So much may stand between the name and the address, in characters. */
    private static final int MOST_SPACE = 20;

    /** Digits of a code segment's selector, {@code 8:} before the address. */
    private static final int MOST_SELECTOR = 4;

    private Counter() {}

    /** Whether the name of such a register stands before an address: {@code rip: 0x}, {@code RIP: 0010:[<}, {@code %rip 8:}. */
    static boolean isBefore(String line, int address) {
        int at = address;
        for (int i = 0; i < 2 && at > 0 && "[<(".indexOf(line.charAt(at - 1)) >= 0; i++) {
            at--;
        }
        return isName(line, at) || isName(line, selector(line, at));
    }

    private static int selector(String line, int end) {
        int at = end - 1;
        if (at <= 0 || line.charAt(at) != ':') {
            return end;
        }
        while (at > 0 && end - at <= MOST_SELECTOR && Character.digit(line.charAt(at - 1), 16) >= 0) {
            at--;
        }
        return line.startsWith("0x", at - 2) ? at - 2 : at;
    }

    private static boolean isName(String line, int end) {
        int at = end;
        while (at > 0 && end - at < MOST_SPACE && " \t:=".indexOf(line.charAt(at - 1)) >= 0) {
            at--;
        }
        if (at == 0 || LAST.indexOf(Character.toLowerCase(line.charAt(at - 1))) < 0) {
            return false;
        }
        for (String name : NAMES) {
            int start = at - name.length();
            if (line.regionMatches(true, start, name, 0, name.length())
                    && (start == 0
                            || !Character.isLetterOrDigit(line.charAt(start - 1)) && line.charAt(start - 1) != '_')) {
                return true;
            }
        }
        return false;
    }
}
