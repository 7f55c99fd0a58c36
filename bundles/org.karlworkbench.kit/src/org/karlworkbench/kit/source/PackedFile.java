package org.karlworkbench.kit.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.tukaani.xz.XZInputStream;

/** An archive's file: how it is packed, told from its content, and its bytes unpacked. */
final class PackedFile {
    private static final int BUFFER = 1 << 16;
    /** What xz may use; its strongest setting needs 65 MiB. */
    private static final int XZ_KIBIBYTES = 256 << 10;

    private static final byte[] XZ_START = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

    /** How a file is packed. */
    enum Kind {
        GZIP,
        XZ,
        PLAIN,
        EMPTY,
        UNKNOWN
    }

    private PackedFile() {}

    /** Looks at the first block. */
    static Kind kind(Path file) throws EngineException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(TarHeader.BLOCK);
            if (start.length == 0) {
                return Kind.EMPTY;
            }
            if (start.length > 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
                return Kind.GZIP;
            }
            if (start.length > XZ_START.length && Arrays.equals(Arrays.copyOf(start, XZ_START.length), XZ_START)) {
                return Kind.XZ;
            }
            boolean tar = start.length == TarHeader.BLOCK && (TarHeader.hasRightSum(start) || TarHeader.isZero(start));
            return tar ? Kind.PLAIN : Kind.UNKNOWN;
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** The unpacked bytes; steps of the progress are 64 KiB of the packed ones. */
    static InputStream open(Path file, Kind kind, ArchiveFault fault, Progress progress) throws EngineException {
        InputStream raw = null;
        InputStream whole = null;
        try {
            raw = new Counted(Files.newInputStream(file), progress);
            whole = switch (kind) {
                case GZIP -> new GZIPInputStream(raw, BUFFER);
                case XZ -> new XZInputStream(new BufferedInputStream(raw, BUFFER), XZ_KIBIBYTES);
                default -> new BufferedInputStream(raw, BUFFER);
            };
            return whole;
        } catch (IOException e) {
            throw fault.of(e, 0);
        } finally {
            if (whole == null) {
                close(raw);
            }
        }
    }

    private static void close(InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // it was only read: nothing is lost
        }
    }

    /** Tells the progress how far the packed file is read, and stops when the user wants that. */
    private static final class Counted extends FilterInputStream {
        private final Progress progress;
        private long read;
        private long told;

        Counted(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            progress.checkCancelled();
            read += bytes;
            long steps = read / BUFFER;
            if (steps > told) {
                progress.worked((int) (steps - told));
                told = steps;
            }
        }
    }
}
