package org.karlworkbench.verify;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.KitFacts.MergeKind;

/** Checks that a pool of merged strings or constants holds nothing but what the objects brought. */
final class PoolCheck {
    private final KitFacts facts;
    private final Image image;
    private final Tally tally;
    private final Reporter reporter;

    PoolCheck(KitFacts facts, Image image, Tally tally, Reporter reporter) {
        this.facts = facts;
        this.image = image;
        this.tally = tally;
        this.reporter = reporter;
    }

    /** Finds where the entries of a row lie, which lies in the section as a whole. */
    void locate(int section, int start, Places places, int row, PoolPlaces found) throws EngineException {
        int end = start + Math.toIntExact(places.size(row));
        long address = places.address(row) - start;
        for (MergeKind kind : facts.kinds(places.section(row))) {
            found.take(kind, image.content(section), start, end, address);
        }
    }

    /** Checks the bytes from {@code start} on, as many as the row has; they lie in the section as a whole. */
    void check(int section, int start, Places places, int row) throws EngineException {
        int size = Math.toIntExact(places.size(row));
        byte[] bytes = image.content(section);
        int least = size;
        for (MergeKind kind : facts.kinds(places.section(row))) {
            if (least > 0) {
                least = Math.min(least, facts.pool(kind).unknownBytes(bytes, start, start + size));
            }
        }
        tally.count(Owner.MERGED, size - least);
        if (least > 0) {
            reporter.strange(section, "merged " + places.section(row), bytes, start, least);
        }
    }
}
