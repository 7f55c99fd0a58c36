package org.karlworkbench.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/** The file {@code /var/db/kernel.SHA256} as {@code sha256 -h FILE /bsd} writes it (KARL.md section E). */
final class Checksum {
    private static final int MOST = 1 << 12;
    private static final Pattern LINE = Pattern.compile("SHA256 \\(/bsd\\) = ([0-9a-f]{64})\\s*");

    private Checksum() {}

    /** The one line of the file, without its line break. */
    static String line(String sha256) {
        return "SHA256 (/bsd) = " + sha256;
    }

    /** The digest in a checksum file; null where there is none. */
    static String read(Path file) throws EngineException {
        if (!SafeDisk.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Matcher line = LINE.matcher(new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1));
            return line.matches() ? line.group(1) : null;
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
