package org.karlworkbench.linker.script;

import org.karlworkbench.elf.EngineException;

/** Numbers as GNU ld reads them: {@code 0x} hexadecimal, {@code 0} octal, else decimal, with K and M behind. */
final class Numbers {
    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    private final Words words;

    Numbers(Words words) {
        this.words = words;
    }

    /** Whether a number comes next. */
    boolean isNext() throws EngineException {
        words.cursor().skipBlanks();
        return isDigit(words.cursor().peek());
    }

    /** Takes a number. */
    long take() throws EngineException {
        Word word = words.digits();
        String text = word.text();
        int base = isHexadecimal(text) ? HEXADECIMAL : text.startsWith("0") && text.length() > 1 ? OCTAL : DECIMAL;
        int factor = factor(text.charAt(text.length() - 1));
        int from = base == HEXADECIMAL ? 2 : 0;
        String digits = text.substring(from, text.length() - (factor > 1 ? 1 : 0));
        if (base != HEXADECIMAL && text.matches("[0-9A-Fa-f]+[HhXxBbOoDd]")) {
            throw words.cursor().refused(word.line(), "the number " + text);
        }
        return value(word, digits, base, factor);
    }

    private long value(Word word, String digits, int base, int factor) throws EngineException {
        if (digits.isEmpty() || digits.chars().anyMatch(c -> c >= 0x80 || Character.digit(c, base) < 0)) {
            throw words.cursor().bad(word.line(), word.text() + " is no number");
        }
        try {
            long value = Long.parseUnsignedLong(digits, base);
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L, factor)) <= 0) {
                return value * factor;
            }
        } catch (NumberFormatException _) {
            // told below, with what is too large for its suffix
        }
        throw words.cursor().bad(word.line(), word.text() + " does not fit in 64 bits");
    }

    private static int factor(char suffix) {
        return switch (suffix) {
            case 'K', 'k' -> 1 << 10;
            case 'M', 'm' -> 1 << 20;
            default -> 1;
        };
    }

    /**
     * The digits of a hexadecimal number without a suffix, or null if another word comes next. Nothing is taken.
     *
     * @return the digits behind {@code 0x}, as many as are written
     */
    String hexadecimal() throws EngineException {
        Cursor cursor = words.cursor();
        cursor.skipBlanks();
        if (!cursor.looksAt("0x") && !cursor.looksAt("0X")) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        while (cursor.peek(2 + digits.length()) < 0x80
                && Character.digit(cursor.peek(2 + digits.length()), HEXADECIMAL) >= 0) {
            digits.append(cursor.peek(2 + digits.length()));
        }
        boolean suffix = factor(cursor.peek(2 + digits.length())) > 1;
        return digits.isEmpty() || suffix ? null : digits.toString();
    }

    private static boolean isHexadecimal(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
