package org.karlworkbench.ui;

import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.ui.linkers.LinkerKind;

/** How numbers, addresses, digests and times are written everywhere in the workbench. */
public final class Formats {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private static final char SEPARATOR = DecimalFormatSymbols.getInstance().getGroupingSeparator();
    private static final int GROUP = 3;
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

    private Formats() {}

    /** An address: {@code 0x} and lower-case hex without leading zeros. */
    public static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }

    /** A 32-bit word such as the pad word, with all its eight digits. */
    public static String word(long word) {
        return String.format(Locale.ROOT, "0x%08x", word & 0xffff_ffffL);
    }

    /** A count with the locale's separator between groups of three digits; tables ask for 100,000s of them. */
    public static String count(long count) {
        String digits = Long.toString(count);
        int first = count < 0 ? 1 : 0;
        if (digits.length() - first <= GROUP) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
            text.insert(at, SEPARATOR);
        }
        return text.toString();
    }

    /** A size: exact bytes and, from 10 KiB on, the size in words too. */
    public static String bytes(long size) {
        String exact = count(size) + (size == 1 ? " byte" : " bytes");
        return size < 10_240 ? exact : exact + " (" + brief(size) + ")";
    }

    /** A size in one glance, such as {@code 3.4 MiB}. */
    public static String brief(long size) {
        if (size < 1_024) {
            return count(size) + " B";
        }
        if (size < 1_048_576) {
            return String.format("%.1f KiB", size / 1_024.0);
        }
        if (size < 1_073_741_824) {
            return String.format("%.1f MiB", size / 1_048_576.0);
        }
        return String.format("%.1f GiB", size / 1_073_741_824.0);
    }

    /** A signed distance in bytes, with its sign; empty for 0. */
    public static String distance(long bytes) {
        if (bytes == 0) {
            return "";
        }
        return (bytes > 0 ? "+" : "-") + "0x" + Long.toHexString(Math.abs(bytes));
    }

    /** The first twelve digits of a digest, or nothing when there is none. */
    public static String digest(String digest) {
        return digest == null ? "" : digest.substring(0, Math.min(12, digest.length()));
    }

    /** An ISO instant as the locale writes date and time; anything else unchanged. */
    public static String time(String instant) {
        if (instant == null) {
            return "";
        }
        try {
            return TIME.format(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    /** A duration such as {@code 340 ms} or {@code 2.1 s}. */
    public static String millis(long millis) {
        return millis < 1_000 ? millis + " ms" : String.format("%.1f s", millis / 1_000.0);
    }

    /**
     * A linker in two words, such as {@code lld 14.0}, from what it says of itself.
     *
     * @param name {@code ld}, {@code lld} or {@code builtin}
     * @param version its own words about its version, may be null
     */
    public static String linker(String name, String version) {
        return (LinkerKind.title(name) + " " + version(version)).strip();
    }

    /**
     * The number in what a tool says about its version, such as {@code 2.40}; empty when there is none.
     *
     * @param version its own words, may be null
     */
    public static String version(String version) {
        Matcher number = VERSION.matcher(version == null ? "" : version);
        return number.find() ? number.group() : "";
    }

    /** "1 object" or "2,400 objects". */
    public static String plural(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
