package org.karlworkbench.elf;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * The bytes of one file, wholly in memory or read piece by piece. Nothing is mapped, since a mapped file that shrinks
 * kills the virtual machine; and no channel is used, since an interrupted thread would close it.
 */
final class Input implements AutoCloseable {
    /** Files up to this size are read at once: one call costs less than the four to six that pieces need. */
    static final int WHOLE = 64 << 10;

    /** How many times the file's size its parts may have altogether. */
    private static final int OVERLAP = 16;

    private final String name;
    private final Path path;
    private final FileTime modified;
    private final long size;
    private final byte[] whole;
    private RandomAccessFile open;

    private Input(String name, byte[] whole) {
        this.name = name;
        this.path = null;
        this.modified = null;
        this.size = whole.length;
        this.whole = whole;
    }

    private Input(Path path, FileTime modified) throws IOException, ElfException {
        this.name = path.toString();
        this.path = path;
        this.modified = modified;
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            this.size = file.length();
            this.whole = size <= WHOLE ? readFully(file, 0, (int) size, "file") : null;
            this.open = whole == null ? file : null;
        } finally {
            if (open == null) {
                file.close();
            }
        }
    }

    static Input of(String name, byte[] bytes) {
        return new Input(name, bytes);
    }

    static Input open(Path path) throws EngineException {
        try {
            // a FIFO would wait for ever, a device has no end
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new EngineException("io", path.toString(), null, notRegular(attributes), "name a file");
            }
            return new Input(path, attributes.lastModifiedTime());
        } catch (IOException e) {
            throw EngineException.io(path, e);
        }
    }

    private static String notRegular(BasicFileAttributes attributes) {
        return attributes.isDirectory() ? "is a folder, not a file" : "is not a regular file";
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** A fault of this file. */
    ElfException bad(String table, long index, long offset, String problem) {
        return new ElfException(name, table, index, offset, problem);
    }

    /**
     * Checks that a range lies within the file, whatever the numbers are.
     *
     * @param offsetAt where the offset stands in the file, for the message
     * @param lengthAt where the length stands in the file, for the message
     */
    void check(String table, long index, long offsetAt, long lengthAt, long offset, long length) throws ElfException {
        // unsigned, and in a form in which no sum can wrap
        boolean begins = Long.compareUnsigned(offset, size) <= 0;
        if (!begins || Long.compareUnsigned(length, size - offset) > 0) {
            String problem = "0x" + Long.toHexString(length) + " bytes from offset 0x" + Long.toHexString(offset)
                    + " on lie beyond the end of the file (" + size + " bytes)";
            throw bad(table, index, begins ? lengthAt : offsetAt, problem);
        }
    }

    /**
     * Refuses parts of the file that overlap so much that reading them all would take more than linear time. Real files
     * hardly overlap at all.
     *
     * @param at offset of the size that was added last, for the message
     * @param total the sizes added so far, each checked to lie within the file
     */
    void checkOverlap(String table, long index, long at, long total) throws ElfException {
        if (total / OVERLAP > size) {
            throw bad(table, index, at, "the contents overlap so much that together they outgrow the file");
        }
    }

    /** A range of the file; it must have been checked. What is in memory is not copied. */
    Bytes read(String table, long offset, long length) throws EngineException {
        if (whole != null) {
            return new Bytes(whole, (int) offset, (int) length);
        }
        return new Bytes(readPiece(table, offset, length), 0, (int) length);
    }

    /** A copy of a range of the file; it must have been checked. */
    byte[] copy(String table, long offset, long length) throws EngineException {
        if (whole != null) {
            byte[] copy = new byte[(int) length];
            System.arraycopy(whole, (int) offset, copy, 0, copy.length);
            return copy;
        }
        return readPiece(table, offset, length);
    }

    private byte[] readPiece(String table, long offset, long length) throws EngineException {
        if (length > Integer.MAX_VALUE - 16) {
            throw bad(table, -1, offset, length + " bytes are more than can be read at once (2 GiB)");
        }
        try {
            return readLocked(table, offset, (int) length);
        } catch (IOException e) {
            throw EngineException.io(path, e);
        }
    }

    private synchronized byte[] readLocked(String table, long offset, int length) throws IOException, ElfException {
        if (open != null) {
            return readFully(open, offset, length, table);
        }
        checkUnchanged();
        try (RandomAccessFile again = new RandomAccessFile(path.toFile(), "r")) {
            return readFully(again, offset, length, table);
        }
    }

    private void checkUnchanged() throws IOException, ElfException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (!now.isRegularFile()
                || now.size() != size
                || !now.lastModifiedTime().equals(modified)) {
            throw new ElfException(name, "file", -1, -1, "changed since it was opened", "open it anew");
        }
    }

    private byte[] readFully(RandomAccessFile file, long offset, int length, String table)
            throws IOException, ElfException {
        byte[] bytes = allocate(length);
        try {
            if (offset != 0 || length != 0) {
                file.seek(offset);
                file.readFully(bytes);
            }
        } catch (EOFException e) {
            throw new ElfException(
                    name, table, -1, offset, "the file became shorter while it was read", "open it anew");
        }
        return bytes;
    }

    /** Room for a checked number of bytes: the file does hold them, but memory may still be too small. */
    private byte[] allocate(int length) throws IOException {
        try {
            return new byte[length];
        } catch (OutOfMemoryError e) {
            throw new IOException("not enough memory for " + length + " bytes", e);
        }
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // a file that was only read: nothing is lost
            }
            open = null;
        }
    }
}
