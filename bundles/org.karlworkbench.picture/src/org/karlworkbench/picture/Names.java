package org.karlworkbench.picture;

/** Makes names from files fit to be drawn: one line, no control characters, no marks that turn the text around. */
public final class Names {
    /** Longest text that is ever drawn, in characters; symbol names can have 100,000. */
    public static final int LONGEST = 256;

    private Names() {}

    /**
     * Returns a name as it can be shown: control, format (bidirectional marks among them), private, unassigned and
     * broken surrogate characters become {@code U+FFFD}, and what is beyond {@link #LONGEST} characters is left out.
     *
     * @param name any text, or null
     * @return a clean text, empty for null
     */
    public static String clean(String name) {
        if (name == null) {
            return "";
        }
        boolean cut = name.length() > LONGEST;
        String part = cut ? name.substring(0, LONGEST) : name;
        if (!cut && part.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return part;
        }
        StringBuilder clean = new StringBuilder();
        part.codePoints().forEach(c -> clean.appendCodePoint(isShowable(c) ? c : 0xfffd));
        return cut ? clean.append('…').toString() : clean.toString();
    }

    private static boolean isShowable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != 0xfffe && codePoint != 0xffff;
        };
    }
}
