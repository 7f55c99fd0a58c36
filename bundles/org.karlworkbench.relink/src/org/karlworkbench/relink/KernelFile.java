package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.FileDigest;

/**
 * What is done to a linked kernel while it is checked: mode, digest, sync.
 *
 * @param sha256 the digest of all its bytes, 64 lower-case hexadecimal digits
 * @param syncTime how long the sync took
 */
public record KernelFile(String sha256, Duration syncTime) {
    /**
     * Makes a kernel private and durable, and computes its digest.
     *
     * @param kernel its file
     * @param image all its bytes where they are still in memory, which is quicker than to read them; else null
     * @throws EngineException when the disk fails
     */
    static KernelFile settle(Path kernel, byte[] image) throws EngineException {
        try (FileChannel channel = FileChannel.open(kernel, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Files.setPosixFilePermissions(kernel, PosixFilePermissions.fromString("rw-------"));
            String sha256 = image == null ? FileDigest.of(channel) : FileDigest.of(image);
            long begun = System.nanoTime();
            channel.force(true);
            return new KernelFile(sha256, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw EngineException.io(kernel, e);
        }
    }

    /**
     * The digest of a kernel that is only read.
     *
     * @param kernel any file
     * @return 64 lower-case hexadecimal digits
     * @throws EngineException when it cannot be read
     */
    public static String sha256(Path kernel) throws EngineException {
        return FileDigest.of(kernel);
    }
}
