package org.karlworkbench.debug.memory;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;

/**
 * A dump of memory by the addresses of the kernel that ran there.
 *
 * @param dump the dump
 * @param shift from addresses of the kernel to offsets in the dump's file
 */
record KernelMemory(MemoryDump dump, long shift) {
    /** What a kernel may take beyond its file: data without bytes. */
    private static final long MORE = 1 << 20;

    /**
     * Finds where the kernel lies: by the physical addresses at which it is loaded, or by virtual ones that the dump has.
     * The one that puts more of the anchors into the kernel's range is right.
     *
     * @param relink any relink of the kernel's kit
     * @param positions where anchors of the kit are in the dump
     * @return null where none of them is in the range of either
     */
    static KernelMemory of(MemoryDump dump, Path relink, List<List<Long>> positions) throws EngineException {
        try (ElfFile file = ElfFile.open(relink)) {
            Segments segments = file.segments();
            int first = 0;
            while (first < segments.count() && segments.type(first) != Elf.PT_LOAD) {
                first++;
            }
            if (first == segments.count()) {
                return null;
            }
            long start = segments.virtualAddress(first);
            long room = 2 * file.size() + MORE;
            long best = 0;
            KernelMemory found = null;
            for (MemoryDump.Run run : dump.runs()) {
                long physical = run.physical() - segments.physicalAddress(first) + start;
                for (long at : new long[] {physical, run.virtual()}) {
                    long shift = run.offset() - at;
                    long inside = inside(run, shift + start, room, positions);
                    if (inside > best) {
                        best = inside;
                        found = new KernelMemory(dump, shift);
                    }
                }
            }
            return found;
        }
    }

    /** How many anchors are in a run, and not farther behind an offset than a kernel can reach. */
    private static long inside(MemoryDump.Run run, long start, long room, List<List<Long>> positions) {
        return positions.stream()
                .filter(each -> each.stream()
                        .anyMatch(position -> position >= run.offset()
                                && position - run.offset() < run.size()
                                && Long.compareUnsigned(position - start, room) < 0))
                .count();
    }

    /** Bytes at an address of the kernel; fewer where the dump ends before. */
    byte[] read(long address, int length) throws EngineException {
        return dump.read(address + shift, length);
    }

    /**
     * Which share of a kernel's code and read-only data is the same here.
     *
     * @param kernel the kernel
     * @param from the address before which nothing counts
     * @return 0 to 1
     */
    double same(Path kernel, long from) throws EngineException {
        long all = 0;
        long same = 0;
        try (ElfFile file = ElfFile.open(kernel)) {
            Sections sections = file.sections();
            for (int i = 1; i < sections.count(); i++) {
                if (sections.isAllocated(i) && !sections.isWritable(i) && !sections.isNoBits(i)) {
                    byte[] bytes = file.content(i);
                    byte[] memory = read(sections.address(i), bytes.length);
                    for (int at = 0; at < bytes.length; at++) {
                        boolean kept = Long.compareUnsigned(sections.address(i) + at, from) >= 0;
                        all += kept ? 1 : 0;
                        same += kept && at < memory.length && memory[at] == bytes[at] ? 1 : 0;
                    }
                }
            }
        }
        return all == 0 ? 0 : (double) same / all;
    }
}
