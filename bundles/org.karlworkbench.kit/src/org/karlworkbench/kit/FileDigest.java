package org.karlworkbench.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.karlworkbench.elf.EngineException;

/** SHA-256 of all bytes of a file, by which ledger entries tell their kernels. */
public final class FileDigest {
    private static final int BUFFER = 1 << 17;

    private FileDigest() {}

    /**
     * The digest of a file.
     *
     * @param file any file
     * @return 64 lower-case hexadecimal digits
     * @throws EngineException code {@code io} when it cannot be read
     */
    public static String of(Path file) throws EngineException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return of(channel);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /**
     * The digest of what is left of an open file, from its position on.
     *
     * @param channel open for reading
     * @return 64 lower-case hexadecimal digits
     * @throws IOException when it cannot be read
     */
    public static String of(FileChannel channel) throws IOException {
        MessageDigest sha = Sha256.create(channel.size());
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            sha.update(buffer.flip());
            buffer.clear();
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /**
     * The digest of a file that is in memory.
     *
     * @param file all its bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(byte[] file) {
        return HexFormat.of().formatHex(Sha256.create(file.length).digest(file));
    }
}
