package org.karlworkbench.linker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A kernel that the built-in linker made, in memory, with what it knows about it.
 *
 * @param bytes the whole file; not to be changed
 * @param layout where everything lies in it
 */
public record LinkedKernel(byte[] bytes, LinkedLayout layout) {
    /** Larger pieces are copied once more on their way; smaller ones take more calls. */
    private static final int PIECE = 1 << 20;

    /**
     * Writes the kernel.
     *
     * @param file where to; what was there is replaced
     * @throws IOException when the disk fails; the file is not whole then
     */
    public void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int at = 0; at < bytes.length; ) {
                at += channel.write(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
            }
        }
    }
}
