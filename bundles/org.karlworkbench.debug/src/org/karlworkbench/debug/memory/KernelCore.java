package org.karlworkbench.debug.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.debug.memory.MemoryDump.Run;
import org.karlworkbench.elf.EngineException;

/**
 * The head of the core file that OpenBSD's savecore(8) writes: a header, a segment for the processor, and one for the memory,
 * whose pieces follow each other without their addresses (kvm_dump(3); kcore_hdr_t and kcore_seg_t of sys/kcore.h; of amd64
 * cpu_kcore_hdr_t of machine/kcore.h). The size of the memory's segment has 32 bits and is not believed.
 */
final class KernelCore {
    /** The lower half of the first word, which is big-endian on every machine; above it machine and flags. */
    private static final int MAGIC = 0x8fca;

    private static final int SEGMENT = 0x8fac;
    private static final int CPU = 1;
    private static final int DATA = 2;
    private static final int HEADER = 12;
    private static final int SEGMENT_HEADER = 8;

    /** No header is longer. */
    private static final int MOST_HEADER = 4096;

    private static final int I386 = 134;
    private static final int AMD64 = 157;

    /** On amd64, before the pieces: the page tables' address and the number of pieces; each has start and size. */
    private static final int PIECES = 16;

    private static final int PIECE = 16;

    /** Physical addresses are below 2 to the power of this (Intel SDM 3.3). */
    private static final int ADDRESS_BITS = 52;

    private final MemoryDump dump;
    private final int machine;
    private final ByteOrder order;

    private KernelCore(MemoryDump dump, int machine, ByteOrder order) {
        this.dump = dump;
        this.machine = machine;
        this.order = order;
    }

    /**
     * What is known of a core file.
     *
     * @param runs the pieces of memory, as far as they are in the file
     * @param words what it is, a sentence
     */
    record Content(List<Run> runs, String words) {}

    /**
     * Reads the head.
     *
     * @return null for another file
     * @throws EngineException with code {@code bad-dump} for a head that contradicts itself or the file
     */
    static Content read(MemoryDump dump) throws EngineException {
        byte[] start = dump.read(0, HEADER);
        int first = start.length < HEADER ? 0 : ByteBuffer.wrap(start).getInt();
        if ((first & 0xffff) != MAGIC || first >>> 26 != 0) {
            return null;
        }
        boolean little = start[5] == 0; // the header's size, in two bytes, is small
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new KernelCore(dump, first >>> 16 & 0x3ff, order).content(start);
    }

    private Content content(byte[] start) throws EngineException {
        ByteBuffer header = ByteBuffer.wrap(start).order(order);
        int size = header.getShort(4) & 0xffff;
        int segmentSize = header.getShort(6) & 0xffff;
        if (size < HEADER || size > MOST_HEADER || segmentSize < SEGMENT_HEADER || segmentSize > MOST_HEADER) {
            throw bad(0, "a header of " + size + " bytes and segment headers of " + segmentSize + " make no sense");
        }
        long cpuSize = segment(size, CPU);
        long memory = size + segmentSize + cpuSize + segmentSize;
        if (memory >= dump.size()) {
            throw bad(size, "the file ends before the memory begins");
        }
        segment(memory - segmentSize, DATA);
        return switch (machine) {
            case AMD64 -> amd64(size + segmentSize, cpuSize, memory);
            case I386 -> one("i386", memory, "in one piece from address 0");
            default -> one("machine " + machine, memory, "whose addresses are not known here, searched as one piece");
        };
    }

    /** The size of a segment, whose header is checked. */
    private long segment(long at, int flag) throws EngineException {
        byte[] bytes = dump.read(at, SEGMENT_HEADER);
        int first = bytes.length < SEGMENT_HEADER ? 0 : ByteBuffer.wrap(bytes).getInt();
        if ((first & 0xffff) != SEGMENT || first >>> 26 != flag) {
            throw bad(at, "no segment " + (flag == CPU ? "of the processor" : "of the memory") + " begins here");
        }
        return ByteBuffer.wrap(bytes).order(order).getInt(4) & 0xffffffffL;
    }

    private Content one(String name, long memory, String how) {
        Run run = new Run(memory, dump.size() - memory, 0, 0);
        return new Content(List.of(run), dump.file() + " is a core file of " + name + " with memory " + how);
    }

    private Content amd64(long at, long size, long memory) throws EngineException {
        if (size < PIECES) {
            throw bad(at, "the processor's segment has " + size + " bytes");
        }
        byte[] bytes = dump.read(at, (int) Math.min(size, Integer.MAX_VALUE));
        ByteBuffer cpu = ByteBuffer.wrap(bytes).order(order);
        long count = cpu.getLong(8);
        if (count <= 0 || count > (size - PIECES) / PIECE) {
            throw bad(
                    at + 8, Long.toUnsignedString(count) + " pieces of memory are not described in " + size + " bytes");
        }
        List<Run> runs = new ArrayList<>();
        long offset = memory;
        for (int i = 0; i < count; i++) {
            int place = PIECES + i * PIECE;
            long start = cpu.getLong(place);
            long length = cpu.getLong(place + 8);
            if (start >>> ADDRESS_BITS != 0 || length >>> ADDRESS_BITS != 0) {
                throw bad(
                        at + place,
                        "a piece of memory of 0x" + Long.toHexString(length) + " bytes at 0x" + Long.toHexString(start)
                                + " is beyond all memory");
            }
            long there = Math.min(length, dump.size() - offset);
            if (there > 0) {
                runs.add(new Run(offset, there, start, start));
            }
            offset += length;
        }
        return new Content(runs, words(count, offset - dump.size()));
    }

    private String words(long count, long missing) {
        return dump.file() + " is a core file of amd64 with memory in " + count + (count == 1 ? " piece" : " pieces")
                + (missing > 0 ? ", of which the last " + missing + " bytes are missing" : "");
    }

    private EngineException bad(long offset, String problem) {
        return new EngineException(
                "bad-dump",
                dump.file().toString(),
                "byte " + offset,
                "is a kernel's core file, but " + problem,
                "copy it from the machine again, or run savecore(8) with -f again");
    }
}
