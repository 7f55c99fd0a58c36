package org.karlworkbench.ui.kit;

/** Numbers as people type them: decimal, or hex after {@code 0x}. */
final class Numbers {
    private Numbers() {}

    /** Why a text is no number, null when it is one. */
    static String problem(String text) {
        try {
            parse(text);
            return null;
        } catch (NumberFormatException e) {
            return "\"" + text + "\" is no number: give a decimal number, or 0x and hexadecimal digits";
        }
    }

    /** The number; 0 or more. */
    static long parse(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        String digits = hex ? text.substring(2) : text;
        if (digits.startsWith("-") || digits.startsWith("+")) {
            throw new NumberFormatException("a sign in " + text);
        }
        return Long.parseLong(digits, hex ? 16 : 10);
    }
}
