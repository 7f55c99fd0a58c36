package org.karlworkbench.compare.lab;

import java.util.concurrent.CancellationException;
import org.karlworkbench.compare.blocks.Drawing;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Seed;

/**
 * Layouts of many draws, as far as memory allows: of all of them the pages of blocks are counted, and of the first ones the
 * marks are kept. Draw i is that of relink i of {@code karl relink --count} with the same seed.
 */
final class Sample {
    /** Marks that are kept: 128 MiB. */
    private static final long MOST_KEPT = 1 << 25;

    /** Batches grow while they take less, in nanoseconds: a cancel waits for one. */
    private static final long SOON = 30_000_000;

    /** Of so many marks figures are there in a fraction of a second. */
    private static final int MOST_AT_ONCE = 1 << 19;

    private static final int FEWEST_KEPT = 256;

    private final Watch watch;
    private final int[] kept;
    private final int width;
    private final int keptDraws;
    private final long[] reference;
    private final PageCounts pages;
    private int layouts;
    private int most = Integer.MAX_VALUE;

    private Sample(Watch watch, int count, long[] reference, PageCounts pages) {
        this.watch = watch;
        this.reference = reference;
        this.pages = pages;
        width = reference.length;
        keptDraws = (int) Math.min(count, Math.max(1, MOST_KEPT / width));
        kept = new int[keptDraws * width];
    }

    /**
     * Draws and places.
     *
     * @param count how many draws
     * @param pages counts the pages of what it is told to
     * @param progress told of each draw; when it is cancelled, what was drawn so far is the result, if it is anything
     * @throws EngineException as a relink without bytes
     */
    static Sample of(Drawing drawing, Watch watch, Seed seed, int count, PageCounts pages, Progress progress)
            throws EngineException {
        progress.begin("drawing layouts", count);
        Sample sample = new Sample(watch, count, marks(drawing, watch, seed.of(1)), pages);
        int most = Batch.FEWEST_ROWS;
        while (sample.layouts < count && !progress.cancelled()) {
            int from = sample.layouts;
            int rows = Math.min(most, count - from);
            long begun = System.nanoTime();
            for (long[] row : Batch.rows(rows, i -> marks(drawing, watch, seed.of(from + i + 1L)))) {
                sample.add(row);
            }
            progress.worked(rows);
            most = System.nanoTime() - begun < SOON ? Math.min(Batch.ROWS, 2 * most) : most;
        }
        if (sample.layouts == 0) {
            throw new CancellationException("cancelled");
        }
        return sample;
    }

    private static long[] marks(Drawing drawing, Watch watch, Seed seed) throws EngineException {
        Draw draw = drawing.draw(seed);
        return watch.marks(drawing.layout(draw), draw.gaps());
    }

    private void add(long[] row) throws EngineException {
        if (layouts < keptDraws) {
            for (int i = 0; i < width; i++) {
                kept[layouts * width + i] = moved(row[i] - reference[i]);
            }
        }
        pages.add(row);
        layouts++;
    }

    private static int moved(long distance) throws EngineException {
        if (distance != (int) distance) {
            throw new EngineException(
                    "bad-recipe",
                    null,
                    "gaps",
                    "the draws' addresses are more than 2 GiB apart",
                    "use smaller bounds for the gaps");
        }
        return (int) distance;
    }

    /** How many draws there were. */
    int layouts() {
        return layouts;
    }

    /** Of how many the marks are known. */
    int kept() {
        return Math.min(most, Math.min(layouts, keptDraws));
    }

    /** Forgets the marks of so many draws that figures of the rest are there at once, for a user who has cancelled. */
    void shorten() {
        most = Math.max(FEWEST_KEPT, MOST_AT_ONCE / width);
    }

    /** A mark in a draw that was kept. */
    long mark(int draw, int mark) {
        return reference[mark] + kept[draw * width + mark];
    }

    /** All marks of a draw that was kept, and the gaps. */
    long[] draw(int draw) {
        long[] row = new long[width];
        for (int i = 0; i < width; i++) {
            row[i] = mark(draw, i);
        }
        return row;
    }

    /** A mark in all draws that were kept. */
    long[] marks(int mark) {
        long[] column = new long[kept()];
        for (int i = 0; i < column.length; i++) {
            column[i] = mark(i, mark);
        }
        return column;
    }

    PageCounts pages() {
        return pages;
    }

    Watch watch() {
        return watch;
    }
}
