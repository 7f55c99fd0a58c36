package org.karlworkbench.debug.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Segments;

/**
 * A dump of memory: raw bytes from address 0 on, an ELF core file with physical or virtual addresses (QEMU's
 * dump-guest-memory, /proc/kcore and its like), or a kernel's own core file, whose headers are taken for memory. Read in
 * blocks, whatever its size. Not for use by several threads.
 */
final class MemoryDump implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final List<Run> runs;

    /**
     * Bytes that lie in memory one behind the other.
     *
     * @param offset in the file
     * @param size in bytes
     * @param physical the physical address
     * @param virtual the virtual address; the same as the physical one where the dump does not know it
     */
    record Run(long offset, long size, long physical, long virtual) {}

    private MemoryDump(Path file, FileChannel channel, long size, List<Run> runs) {
        this.file = file;
        this.channel = channel;
        this.size = size;
        this.runs = runs;
    }

    static MemoryDump open(Path file) throws EngineException {
        List<Run> runs = runs(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            long size = channel.size();
            if (size == 0) {
                channel.close();
                throw new EngineException("bad-dump", file.toString(), null, "is empty", "name a dump of memory");
            }
            return new MemoryDump(file, channel, size, runs.isEmpty() ? List.of(new Run(0, size, 0, 0)) : runs);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** The segments of an ELF core file, as far as they are in the file; none for another file. */
    private static List<Run> runs(Path file) throws EngineException {
        byte[] start = new byte[18];
        try (var in = Files.newInputStream(file)) {
            int got = in.readNBytes(start, 0, start.length);
            boolean elf =
                    got == start.length && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
            ByteOrder order = start[5] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            if (!elf || ByteBuffer.wrap(start).order(order).getShort(16) != Elf.ET_CORE) {
                return List.of();
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
        List<Run> runs = new ArrayList<>();
        try (ElfFile core = ElfFile.open(file)) {
            Segments segments = core.segments();
            for (int i = 0; i < segments.count(); i++) {
                long offset = segments.offset(i);
                long length = Math.min(segments.fileSize(i), core.size() - offset);
                if (segments.type(i) == Elf.PT_LOAD && offset >= 0 && length > 0) {
                    long virtual = segments.virtualAddress(i);
                    runs.add(new Run(offset, length, segments.physicalAddress(i), virtual));
                }
            }
        }
        requireDisjoint(file, runs);
        return runs;
    }

    /** Segments that share bytes of the file could make it as long as one likes. */
    private static void requireDisjoint(Path file, List<Run> runs) throws EngineException {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingLong(Run::offset));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).offset() - sorted.get(i - 1).offset()
                    < sorted.get(i - 1).size()) {
                throw new EngineException(
                        "bad-dump",
                        file.toString(),
                        "program headers",
                        "two segments overlap",
                        "dump the memory again");
            }
        }
    }

    Path file() {
        return file;
    }

    List<Run> runs() {
        return runs;
    }

    /** The size of the file in bytes. */
    long size() {
        return size;
    }

    /** Bytes of the file; fewer where it ends before. */
    byte[] read(long offset, int length) throws EngineException {
        if (offset < 0 || offset >= size) {
            return new byte[0];
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, size - offset));
        try {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
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
