package org.karlworkbench.debug.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a trace's file, unpacked; newsyslog(8) packs old logs.
 *
 * @param in the text
 * @param isEndOnly whether the file is too long, so that the text is its end
 */
record TraceText(InputStream in, boolean isEndOnly) implements AutoCloseable {
    private static final int GZIP_HEAD = 2;

    /** What a gzip file begins with (RFC 1952, 2.3.1). */
    private static final int GZIP = 0x1f8b;

    static TraceText open(Path file) throws IOException {
        InputStream plain = plain(Files.newInputStream(file));
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        if (size <= TraceReader.MOST_BYTES || plain instanceof GZIPInputStream) {
            return new TraceText(plain, false);
        }
        plain.close();
        FileChannel channel = FileChannel.open(file).position(size - TraceReader.MOST_BYTES);
        return new TraceText(Channels.newInputStream(channel), true);
    }

    /** Unpacks what is packed. */
    static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream all = new BufferedInputStream(in);
        all.mark(GZIP_HEAD);
        int head = all.read() << Byte.SIZE | all.read();
        all.reset();
        return head == GZIP ? new GZIPInputStream(all) : all;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
