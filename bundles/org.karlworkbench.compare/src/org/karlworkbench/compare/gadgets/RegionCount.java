package org.karlworkbench.compare.gadgets;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Rows;

/** Counts the gadgets of one kernel by part, and those over relocated fields, in one walk over the pieces. */
final class RegionCount {
    final long[] candidates = new long[Region.values().length];
    final long[] survivors = new long[Region.values().length];
    /** Before the gap and without a relocated field, so that they stay whatever is drawn. */
    long certain;

    long overRelocated;

    static RegionCount of(GadgetSide side, GadgetSide other, SequenceTable moving, long grid, Progress progress)
            throws EngineException {
        RegionCount count = new RegionCount();
        for (GadgetSection section : side.sections()) {
            progress.checkCancelled();
            count.add(side, section, other, moving, grid);
        }
        return count;
    }

    private void add(GadgetSide side, GadgetSection section, GadgetSide other, SequenceTable moving, long grid)
            throws EngineException {
        Rows pieces = side.layout().objects();
        boolean first = other != null;
        GadgetSection there = first ? other.section(section.name()) : null;
        int piece = pieces.floor(section.address());
        Region region = Region.BODY;
        int regionOf = -2;
        for (int at = 0; at < section.lengths().length; at++) {
            int size = section.lengths()[at];
            if (size == 0) {
                continue;
            }
            long address = section.address() + at;
            while (piece + 1 < pieces.count() && Long.compareUnsigned(pieces.address(piece + 1), address) <= 0) {
                piece++;
            }
            if (side.knowsRegions() && regionOf != piece) {
                region = side.region(piece);
                regionOf = piece;
            }
            boolean relocated = side.knowsFields() && side.isRelocated(piece, address, size);
            overRelocated += relocated ? 1 : 0;
            candidates[region.ordinal()]++;
            boolean stays = region == Region.HEAD && side.isBeforeGap(piece);
            certain += stays && !relocated ? 1 : 0;
            survivors[region.ordinal()] += Survivors.is(section, at, there) ? 1 : 0;
            if (!stays && grid > 0) {
                moving.add(first, section.bytes(), at, size, ChanceSurvivors.mark(section, address, grid));
            }
        }
    }
}
