package org.karlworkbench.linker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.karlworkbench.elf.EngineException;

/** A kernel's file on disk. */
final class FileDestination implements Destination, AutoCloseable {
    /** Larger pieces are copied once more on their way; smaller ones take more calls. */
    private static final int PIECE = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    /**
     * An empty file.
     *
     * @param file what was there is replaced
     */
    FileDestination(Path file) throws EngineException {
        this.file = file;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    @Override
    public void take(byte[] image, int from, int to) throws EngineException {
        try {
            for (int at = from; at < to; ) {
                at += channel.write(ByteBuffer.wrap(image, at, Math.min(PIECE, to - at)), at);
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    @Override
    public void close() throws EngineException {
        try {
            channel.close();
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
