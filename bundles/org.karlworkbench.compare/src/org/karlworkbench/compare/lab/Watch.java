package org.karlworkbench.compare.lab;

import java.util.List;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/**
 * The addresses of a layout that the laboratory looks at, its marks, numbered: the blocks' beginnings, where shuffles begin, the
 * output sections' beginnings, the symbols that the script or the linker defines; behind them the sizes of the five gaps.
 */
final class Watch {
    private final Blocks blocks;
    private final List<Shuffle> shuffles;
    private final int sections;
    private final int[] symbols;

    Watch(Blocks blocks, List<Shuffle> shuffles, LinkedNames names, LinkedLayout sample) {
        this.blocks = blocks;
        this.shuffles = shuffles;
        sections = names.sectionLimit();
        symbols = sample.boundSymbols().numbers();
    }

    /** How many marks there are, without the gaps. */
    int count() {
        return symbol(symbols.length);
    }

    int start(int shuffle) {
        return blocks.all().size() + shuffle;
    }

    int section(int output) {
        return start(shuffles.size()) + output;
    }

    int symbol(int i) {
        return section(sections) + i;
    }

    /** The bound symbols, by their numbers in the linker's names. */
    int[] symbols() {
        return symbols;
    }

    /** Where a gap's size stands. */
    int gap(GapName name) {
        return count() + name.ordinal();
    }

    /** The marks of one layout. A section that it does not have is at 0. */
    long[] marks(LinkedLayout layout, Gaps gaps) {
        long[] marks = new long[count() + GapName.values().length];
        for (Block block : blocks.all()) {
            marks[block.number()] = layout.address(block.first());
        }
        for (int i = 0; i < shuffles.size(); i++) {
            marks[start(i)] = start(shuffles.get(i), marks, layout, gaps);
        }
        LinkedColumns outputs = layout.sections();
        for (int i = 0; i < outputs.count(); i++) {
            marks[section(outputs.numbers()[i])] = outputs.addresses()[i];
        }
        long[] bound = layout.boundSymbols().addresses();
        System.arraycopy(bound, 0, marks, symbol(0), bound.length);
        for (GapName name : GapName.values()) {
            marks[gap(name)] = gaps.of(name);
        }
        return marks;
    }

    /** The end of the gap before it, else the lowest of its blocks. */
    private long start(Shuffle shuffle, long[] marks, LinkedLayout layout, Gaps gaps) {
        if (shuffle.before() >= 0) {
            return layout.address(shuffle.before()) + gapSize(blocks.pieces().name(shuffle.before()), gaps);
        }
        long lowest = -1;
        for (Shuffle.Run run : shuffle.runs()) {
            long address = marks[run.blocks().getFirst().number()];
            lowest = Long.compareUnsigned(address, lowest) < 0 ? address : lowest;
        }
        return lowest;
    }

    private static long gapSize(String section, Gaps gaps) {
        return switch (section) {
            case ".text" -> gaps.text0() + gaps.text1();
            case ".rodata" -> gaps.rodata();
            case ".data" -> gaps.data();
            default -> gaps.bss();
        };
    }
}
