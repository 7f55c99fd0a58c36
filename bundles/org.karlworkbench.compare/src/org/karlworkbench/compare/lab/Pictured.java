package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;

/** What pictures show of a sample. */
final class Pictured {
    private static final int MOST_ROWS = 40;
    private static final int COLUMNS = 96;
    private static final int MOST_BLOCKS = 200;

    private Pictured() {}

    /** The body's blocks of code, the largest first. */
    private static List<Block> code(Blocks blocks, int most) {
        return blocks.all().stream()
                .filter(each -> each.isBody()
                        && each.size() > 0
                        && blocks.pieces().isCode(each.first())
                        && !blocks.pieces().isContested(each.first()))
                .sorted(Comparator.comparingLong(Block::size).reversed())
                .limit(most)
                .toList();
    }

    /** The mean estimates after 10, 20, 50, 100 draws and so on. */
    static List<LabResult.Growth> growth(Sample sample, Blocks blocks) {
        List<LabResult.Growth> rows = new ArrayList<>();
        List<long[]> drawn = code(blocks, MOST_BLOCKS).stream()
                .map(block -> sample.marks(block.number()))
                .toList();
        int[] factors = {1, 2, 5};
        for (long scale = 10; !drawn.isEmpty() && scale <= sample.kept(); scale *= 10) {
            for (int factor : factors) {
                if (factor * scale <= sample.kept()) {
                    rows.add(growth(drawn, (int) (factor * scale)));
                }
            }
        }
        return List.copyOf(rows);
    }

    private static LabResult.Growth growth(List<long[]> drawn, int layouts) {
        double shannon = 0;
        double corrected = 0;
        for (long[] column : drawn) {
            Spread spread = Spread.of(Arrays.copyOf(column, layouts));
            shannon += spread.shannon() / drawn.size();
            corrected += spread.corrected() / drawn.size();
        }
        return new LabResult.Growth(layouts, shannon, corrected, Math.log(layouts) / Math.log(2));
    }

    /** Where the largest blocks of code began. */
    static LabResult.Heat heat(Sample sample, Blocks blocks) {
        List<Block> shown = code(blocks, MOST_ROWS);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        List<long[]> drawn = new ArrayList<>();
        for (Block block : shown) {
            long[] column = sample.marks(block.number());
            drawn.add(column);
            low = Math.min(low, Arrays.stream(column).min().orElse(0));
            high = Math.max(high, Arrays.stream(column).max().orElse(0));
        }
        long cell = shown.isEmpty() ? 1 : Math.max(1, (high - low + COLUMNS) / COLUMNS);
        List<int[]> counts = new ArrayList<>();
        for (long[] column : drawn) {
            int[] row = new int[COLUMNS];
            for (long address : column) {
                row[(int) ((address - low) / cell)]++;
            }
            counts.add(row);
        }
        return new LabResult.Heat(
                shown.isEmpty() ? 0 : low,
                cell,
                shown.stream().map(Block::object).toList(),
                List.copyOf(counts));
    }
}
