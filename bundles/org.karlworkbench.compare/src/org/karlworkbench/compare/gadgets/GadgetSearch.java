package org.karlworkbench.compare.gadgets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.karlworkbench.code.CodeRange;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.code.MappingSymbols;
import org.karlworkbench.compare.KernelBytes;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * Finds all gadgets of a kernel: the offsets of its executable sections from which decoding reaches a return, or a jump or
 * call through a register or memory, within 10 bytes (x86) or 10 instructions (arm64, riscv64). The processors share the
 * work by stretches.
 */
public final class GadgetSearch {
    private static final int STRETCH = 1 << 17;

    private final Layout layout;
    private final FlowSet set;
    private final Progress progress;

    private GadgetSearch(Layout layout, FlowSet set, Progress progress) {
        this.layout = layout;
        this.set = set;
        this.progress = progress;
    }

    /**
     * Finds them.
     *
     * @param progress told of one phase; asked for cancel
     * @return the executable sections that have bytes
     * @throws EngineException if the kernel cannot be read any more, or a library refuses
     */
    public static List<GadgetSection> of(Layout layout, FlowSet set, Progress progress) throws EngineException {
        try (KernelBytes bytes = new KernelBytes(layout)) {
            return new GadgetSearch(layout, set, progress).run(bytes);
        }
    }

    private List<GadgetSection> run(KernelBytes bytes) throws EngineException {
        Sections sections = bytes.sections();
        List<Integer> executable = IntStream.range(1, sections.count())
                .filter(i -> sections.isAllocated(i) && sections.isExecutable(i) && bytes.has(i))
                .boxed()
                .toList();
        long size = executable.stream().mapToLong(sections::size).sum();
        progress.begin("gadgets", Math.toIntExact(size / STRETCH + executable.size()));
        List<GadgetSection> found = new ArrayList<>();
        for (int section : executable) {
            found.add(search(section, sections, bytes.of(section)));
        }
        return found;
    }

    private GadgetSection search(int section, Sections sections, byte[] code) throws EngineException {
        long address = sections.address(section);
        int[] starts = layout.symbols().count() == 0 ? null : starts(section, address, code.length);
        byte[] lengths = new byte[code.length];
        BitSet boundaries = starts == null ? null : new BitSet(code.length);
        Stretches.forEach(cuts(starts, code.length), progress, (from, to) -> {
            BitSet some = new StretchSearch(set, code, from, to).run(address, starts, lengths);
            if (some != null) {
                synchronized (boundaries) {
                    boundaries.or(some);
                }
            }
        });
        if (boundaries != null && !set.isX86()) {
            removeData(boundaries, address, code.length);
        }
        return new GadgetSection(section, sections.name(section), address, code, lengths, boundaries);
    }

    /** The offsets of the symbols in a section, where instructions begin. */
    private int[] starts(int section, long address, int size) {
        Rows rows = layout.symbols();
        return rows.stream()
                .filter(row -> rows.sectionIndex(row) == section)
                .mapToLong(row -> rows.address(row) - address)
                .filter(offset -> offset >= 0 && offset < size && offset % set.unit() == 0)
                .mapToInt(Math::toIntExact)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Where stretches begin: at symbols, so that no instruction of the compiler lies in two; and the end. */
    private int[] cuts(int[] starts, int size) {
        IntStream.Builder cuts = IntStream.builder().add(0);
        int at = 0;
        while (size - at > STRETCH) {
            int next = at + STRETCH;
            int found = starts == null ? -next - 1 : Arrays.binarySearch(starts, next);
            int index = found < 0 ? -found - 1 : found;
            at = starts == null ? next : index < starts.length ? starts[index] : size;
            cuts.add(at);
        }
        if (at < size) {
            cuts.add(size);
        }
        return cuts.build().toArray();
    }

    /** Marks in the symbol table tell what is data among the code of arm64 and riscv64. */
    private void removeData(BitSet boundaries, long address, int size) {
        for (MappingSymbols.Run run : MappingSymbols.runs(layout, new CodeRange("", -1, address, size))) {
            if (run.content() == MappingSymbols.Content.DATA) {
                boundaries.clear((int) (run.address() - address), (int) (run.end() - address));
            }
        }
    }
}
