package org.karlworkbench.compare.gadgets;

/**
 * How many gadgets two fair draws would leave at their address: where everything moves in steps of a grid, a sequence of
 * bytes that one kernel has m times at a distance from the grid, the other n times, meets itself m·n / places times, with
 * as many places as the section has steps. The mean of that over all draws is exact for pieces of equal size.
 */
final class ChanceSurvivors {
    /** Nothing moves in steps of more than a page. */
    static final long COARSEST = 4096;

    private ChanceSurvivors() {}

    /** What two gadgets of the same bytes must have in common to meet: section, and distance from the grid. */
    static long mark(GadgetSection section, long address, long grid) {
        return (long) section.name().hashCode() << Integer.SIZE | address & grid - 1;
    }

    /** The mean. */
    static double mean(SequenceTable moving, GadgetSide a, GadgetSide b, long grid) {
        double mean = 0;
        for (int row = 0; row < moving.count(); row++) {
            double pairs = (double) moving.inA(row) * moving.inB(row);
            mean += pairs == 0 ? 0 : pairs / places(moving.mark(row), a, b, grid);
        }
        return mean;
    }

    private static double places(long mark, GadgetSide a, GadgetSide b, long grid) {
        long bytes = 0;
        for (GadgetSection section : a.sections()) {
            if (section.name().hashCode() == (int) (mark >> Integer.SIZE)) {
                GadgetSection other = b.section(section.name());
                bytes = Math.max(section.bytes().length, other == null ? 0 : other.bytes().length);
            }
        }
        return Math.max(1, (double) bytes / grid);
    }
}
