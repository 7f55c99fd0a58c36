package org.karlworkbench.picture;

import java.util.Locale;

/** How numbers are written in pictures. */
public final class Numbers {
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Numbers() {}

    /** Returns an unsigned address as {@code 0x} and lower-case hexadecimal digits without leading zeros. */
    public static String address(long address) {
        return "0x" + Long.toHexString(address);
    }

    /** Returns a number with its thousands set apart by commas. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * Returns an unsigned number of bytes for people: "1 byte", "640 bytes", "2 MiB", "1.4 MiB".
     *
     * @param bytes an unsigned number
     */
    public static String bytes(long bytes) {
        if (bytes == 1) {
            return "1 byte";
        }
        if (Long.compareUnsigned(bytes, 1024) < 0) {
            return bytes + " bytes";
        }
        double value = (bytes >>> 1) * 2.0 / 1024;
        int unit = 0;
        while (value >= 1023.95 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String digits = String.format(Locale.ROOT, "%.1f", value);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + " " + UNITS[unit];
    }
}
