package org.karlworkbench.ui.lesson;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person typed as an answer, in the notations in which people write: with quotes as the lesson's text has them, with
 * separators of thousands, with a unit behind a number.
 */
final class Typed {
    private static final int MOST_DIGITS = 40;
    private static final BigInteger KIB = BigInteger.valueOf(1_024);

    private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\s`'\"]+|[\\p{Z}\\s`'\"]+$");
    private static final Pattern UNIT = Pattern.compile(
            "\\p{Z}*(bytes?|bits?|objects?|functions?|symbols?|pages?|blocks?|boots?|sizes?|relinks?)$|\\p{Z}+b$");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])[\\p{Z},._'\\u2019](?=[0-9]{3}(?![0-9]))");
    private static final Pattern BETWEEN_HEX = Pattern.compile("[\\p{Z}_'`]");
    private static final Pattern KIBIBYTES = Pattern.compile("(.*?)\\p{Z}*kib");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+\\.[0-9]*");

    private final String words;
    private final String number;

    Typed(String typed) {
        words = AROUND.matcher(typed).replaceAll("");
        number = UNIT.matcher(words.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** The words themselves. */
    String words() {
        return words;
    }

    /** A whole number from 0 on, in decimal or behind {@code 0x} in hex; empty for anything else. */
    Optional<BigInteger> whole() {
        if (number.startsWith("0x")) {
            return digits(BETWEEN_HEX.matcher(number.substring(2)).replaceAll(""), 16);
        }
        var kib = KIBIBYTES.matcher(number);
        return kib.matches() ? decimal(kib.group(1)).map(KIB::multiply) : decimal(number);
    }

    /** The same as nm writes addresses: in hex, with nothing before it. */
    Optional<BigInteger> bareHex() {
        return digits(number, 16);
    }

    private static Optional<BigInteger> decimal(String digits) {
        return digits(THOUSANDS.matcher(digits).replaceAll(""), 10);
    }

    private static Optional<BigInteger> digits(String digits, int radix) {
        boolean are = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0);
        return are ? Optional.of(new BigInteger(digits, radix)) : Optional.empty();
    }

    /** A number with a point or a comma; NaN for anything else. */
    double figure() {
        try {
            return Double.parseDouble(
                    GROUPED.matcher(number).matches() ? number.replace(",", "") : number.replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
