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
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Segments;

/**
 * A dump of memory: raw bytes from address 0 on, an ELF core file with physical or virtual addresses (QEMU's
 * dump-guest-memory, /proc/kcore and its like), or the {@link KernelCore} of an OpenBSD kernel. Read in blocks, whatever its
 * size. Not for use by several threads.
 */
final class MemoryDump implements AutoCloseable {
    /** What packed files begin with, and what unpacks them. */
    private static final Map<Integer, String> PACKERS =
            Map.of(0x1f9d, "uncompress", 0x1f8b, "gunzip", 0x425a, "bunzip2", 0xfd37, "unxz", 0x28b5, "unzstd");

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private List<Run> runs;
    private String words;

    /**
     * Bytes that lie in memory one behind the other.
     *
     * @param offset in the file
     * @param size in bytes
     * @param physical the physical address
     * @param virtual the virtual address; the same as the physical one where the dump does not know it
     */
    record Run(long offset, long size, long physical, long virtual) {}

    private MemoryDump(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static MemoryDump open(Path file) throws EngineException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            MemoryDump dump = new MemoryDump(file, channel, channel.size());
            try {
                dump.readHead();
                return dump;
            } catch (EngineException e) {
                dump.close();
                throw e;
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private void readHead() throws EngineException {
        requireUnpacked();
        KernelCore.Content core = KernelCore.read(this);
        runs = core == null ? runs(file) : core.runs();
        words = core == null ? file + " is a core file in ELF" : core.words();
        if (runs.isEmpty()) {
            runs = List.of(new Run(0, size, 0, 0));
            words = file + " is read as memory from address 0 on, without a head";
        }
    }

    /** savecore(8) packs with -z, and people do before they send. */
    private void requireUnpacked() throws EngineException {
        byte[] start = read(0, 2);
        if (start.length == 0) {
            throw new EngineException("bad-dump", file.toString(), null, "is empty", "name a dump of memory");
        }
        int head = start.length < 2 ? 0 : (start[0] & 0xff) << Byte.SIZE | start[1] & 0xff;
        String tool = PACKERS.get(head);
        if (tool != null) {
            throw new EngineException(
                    "packed-dump", file.toString(), "byte 0", "is packed", "unpack it first by " + tool);
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

    /** What kind of dump it is, a sentence. */
    String words() {
        return words;
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
