package org.karlworkbench.ui.lesson;

import java.math.BigInteger;
import java.util.Locale;

/** A right answer, and what a person may type for it. */
sealed interface Answer {
    /** Whether what was typed is right. */
    boolean accepts(String typed);

    /** The answer as a person would type it. */
    String words();

    /** A name: capitals count, an ending {@code .o} need not be typed. */
    record Name(String words) implements Answer {
        @Override
        public boolean accepts(String typed) {
            String name = typed.strip();
            return name.equals(words) || (name + ".o").equals(words);
        }
    }

    /** A whole number or an address: decimal, with separators or not, or hexadecimal behind {@code 0x}. */
    record Number(long value, boolean isAddress) implements Answer {
        @Override
        public boolean accepts(String typed) {
            String digits = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[ ,_']|bytes$", "");
            try {
                return (digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits))
                        .equals(new BigInteger(Long.toUnsignedString(value)));
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String words() {
            return isAddress ? "0x" + Long.toHexString(value) : String.valueOf(value);
        }
    }

    /** A figure with a fraction: right within one percent, or a twentieth. */
    record Figure(double value) implements Answer {
        @Override
        public boolean accepts(String typed) {
            try {
                double given =
                        Double.parseDouble(typed.strip().replace(',', '.').replaceAll("\\s*bits?$", ""));
                return Math.abs(given - value) <= Math.max(0.05, Math.abs(value) / 100);
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
