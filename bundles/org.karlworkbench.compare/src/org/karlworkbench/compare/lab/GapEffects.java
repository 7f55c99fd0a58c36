package org.karlworkbench.compare.lab;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.compare.blocks.Drawing;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;

/**
 * What each gap does to each mark, found out by placing the kit with each size that the gap can have while all else stays: so
 * the script is asked by running it. Where a mark is the sum of what the gaps do, its distribution follows from the gaps'
 * tables; draws show how far it is.
 */
final class GapEffects {
    /** A gap of more sizes is not tried out, nor one for which more numbers were kept; draws show what it does. */
    private static final int MOST_SIZES = 1 << 13;

    private static final long MOST_MOVES = 1 << 24;

    private final GapTable table;
    private final long[] reference;
    /** The marks that are looked at, and the index of each mark among them. */
    private final int[] wanted;

    private final int[] column;
    /** By gap: for each of its sizes how far each mark moves; null where it was not tried out. */
    private final Map<GapName, long[][]> moves = new EnumMap<>(GapName.class);

    GapEffects(Drawing drawing, GapTable table, Watch watch, int[] wanted, Draw draw, Progress progress)
            throws EngineException {
        this.table = table;
        this.wanted = wanted;
        column = new int[watch.count()];
        Arrays.fill(column, -1);
        for (int i = 0; i < wanted.length; i++) {
            column[wanted[i]] = i;
        }
        Gaps least = table.smallest(drawing.recipe(), drawing.page());
        reference = watch.marks(drawing.layout(draw, least), least);
        progress.begin("trying out gaps", GapName.values().length);
        for (GapName name : GapName.values()) {
            Pmf pmf = table.of(name);
            boolean few = wanted.length > 0 && pmf != null && pmf.mass().length <= MOST_SIZES;
            if (few && (long) pmf.mass().length * wanted.length <= MOST_MOVES) {
                moves.put(name, Batch.rows(pmf.mass().length, i -> {
                    progress.checkCancelled();
                    Gaps gaps = least.with(name, pmf.origin() + i * pmf.step());
                    long[] marks = watch.marks(drawing.layout(draw, gaps), gaps);
                    return difference(marks);
                }));
            }
            progress.worked(1);
        }
    }

    private long[] difference(long[] marks) {
        long[] moved = new long[wanted.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = marks[wanted[i]] - reference[wanted[i]];
        }
        return moved;
    }

    /** Whether a mark was looked at. */
    boolean knows(int mark) {
        return column[mark] >= 0;
    }

    /** Whether all gaps could be tried out. */
    boolean isWhole() {
        return moves.size() == GapName.values().length;
    }

    /** Where a mark would be in a draw if the gaps' effects added up. */
    long predicted(int mark, DrawnGaps gaps) {
        long address = reference[mark];
        for (var each : moves.entrySet()) {
            Pmf sizes = table.of(each.getKey());
            int row = (int) ((gaps.of(each.getKey()) - sizes.origin()) / sizes.step());
            address += each.getValue()[row][column[mark]];
        }
        return address;
    }

    /**
     * The distribution of a mark, if the gaps' effects added up.
     *
     * @param most how long an array may be
     * @return null where it would be longer
     */
    Pmf predicted(int mark, int most) {
        Pmf sum = Pmf.point(reference[mark]);
        for (var each : moves.entrySet()) {
            Map<Long, Double> effect = new HashMap<>();
            double[] mass = table.of(each.getKey()).mass();
            for (int i = 0; i < mass.length; i++) {
                effect.merge(each.getValue()[i][column[mark]], mass[i], Double::sum);
            }
            Pmf pmf = Pmf.of(effect, most);
            if (pmf == null || sum.mass().length + (pmf.last() - pmf.origin()) / sum.step() > most) {
                return null;
            }
            sum = sum.plus(pmf);
        }
        return sum;
    }
}
