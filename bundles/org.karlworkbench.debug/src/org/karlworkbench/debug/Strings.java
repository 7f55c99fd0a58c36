package org.karlworkbench.debug;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;

/** Strings in a kernel's data, and formats among them. */
final class Strings {
    private static final int MOST = 512;

    /** A conversion of the kernel's printf. */
    private static final Pattern CONVERSION = Pattern.compile("%[-+ #0-9.*]*(?:hh|h|ll|l|j|z|t|q)?[a-zA-Z%]");

    private Strings() {}

    /**
     * The string from an offset on: printable to its zero. What stands before it does not matter, since linkers let strings
     * follow upon other data, and one be the end of another.
     *
     * @return null where none is
     */
    static String at(byte[] bytes, long offset) {
        if (offset < 0 || offset >= bytes.length) {
            return null;
        }
        int end = (int) offset;
        while (end < bytes.length && end - offset < MOST && isPrintable(bytes[end])) {
            end++;
        }
        boolean whole = end > offset && end < bytes.length && bytes[end] == 0;
        return whole ? new String(bytes, (int) offset, (int) (end - offset), StandardCharsets.ISO_8859_1) : null;
    }

    /** The string from an address of a kernel on. */
    static String loaded(ElfFile kernel, long address) throws EngineException {
        return at(kernel.loaded(address, MOST + 1), 0);
    }

    private static boolean isPrintable(byte b) {
        return b >= 0x20 && b < 0x7f || b == '\n' || b == '\t';
    }

    /** Whether a message can have been printed by a format; what is converted may be anything. */
    static boolean prints(String format, String message) {
        StringBuilder expression = new StringBuilder();
        Matcher conversion = CONVERSION.matcher(format.strip());
        int from = 0;
        while (conversion.find()) {
            expression.append(Pattern.quote(format.strip().substring(from, conversion.start())));
            expression.append(conversion.group().equals("%%") ? "%" : ".*?");
            from = conversion.end();
        }
        expression.append(Pattern.quote(format.strip().substring(from)));
        try {
            return Pattern.compile(expression.toString(), Pattern.DOTALL)
                    .matcher(message.strip())
                    .matches();
        } catch (PatternSyntaxException e) {
            return false; // no kernel's format
        }
    }
}
