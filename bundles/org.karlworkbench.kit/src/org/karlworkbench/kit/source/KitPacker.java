package org.karlworkbench.kit.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;

/**
 * Packs kits into one archive as base sets hold it, {@code kernel.tgz}: members {@code NAME/FILE}, owned by root and
 * wheel, readable by all (POSIX.1-1988, ustar). The same kits give the same bytes.
 */
public final class KitPacker implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final int PREFIX_AT = 345;
    private static final int CHECKSUM_AT = 148;
    private static final Set<OpenOption> FRESH = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path archive;
    private final OutputStream out;
    private final Progress progress;

    /**
     * Begins an archive, in a folder that others cannot enter.
     *
     * @param archive a file that does not exist
     * @param progress asked whether to go on
     * @throws EngineException code {@code io} if it cannot be made
     */
    public KitPacker(Path archive, Progress progress) throws EngineException {
        this.archive = archive;
        this.progress = progress;
        try {
            out = new GZIPOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(archive, FRESH.toArray(OpenOption[]::new))),
                    1 << 16);
        } catch (IOException e) {
            throw EngineException.io(archive, e);
        }
    }

    /**
     * Adds a kit.
     *
     * @param name the kit's name, which is that of its folder in the archive
     * @param kit the kit's files
     * @throws EngineException code {@code io} if a file cannot be read or the archive not be written, code
     *     {@code refused-file} if a name is too long for an archive
     */
    public void add(String name, KitSource kit) throws EngineException {
        for (String file : kit.fileNames()) {
            progress.checkCancelled();
            Path from = kit.folder().resolve(file);
            byte[] content = read(from);
            write(header(from, name, file, content.length), content);
        }
    }

    private static byte[] read(Path file) throws EngineException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private void write(byte[] header, byte[] content) throws EngineException {
        try {
            out.write(header);
            out.write(content);
            out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        } catch (IOException e) {
            throw EngineException.io(archive, e);
        }
    }

    private static byte[] header(Path from, String folder, String file, long size) throws EngineException {
        byte[] header = new byte[BLOCK];
        byte[] name = file.getBytes(StandardCharsets.UTF_8);
        byte[] prefix = folder.getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME || prefix.length > PREFIX) {
            String problem = "the name is too long for an archive";
            throw new EngineException("refused-file", from.toString(), null, problem, "give it a shorter name");
        }
        System.arraycopy(name, 0, header, 0, name.length);
        text(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        text(header, 124, String.format("%011o ", size) + "00000000000 ");
        text(header, CHECKSUM_AT, "        0"); // the checksum counts as blanks; the kind, a plain file
        text(header, 257, "ustar\000" + "00" + "root");
        text(header, 297, "wheel");
        System.arraycopy(prefix, 0, header, PREFIX_AT, prefix.length);
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        text(header, CHECKSUM_AT, String.format("%06o\0 ", sum));
        return header;
    }

    private static void text(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** Ends the archive with its two empty blocks. */
    @Override
    public void close() throws EngineException {
        try (out) {
            out.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw EngineException.io(archive, e);
        }
    }
}
