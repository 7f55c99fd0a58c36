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
        int[] least = size == 0 ? new int[0] : new int[] {start, size};
        for (MergeKind kind : facts.kinds(places.section(row))) {
            int[] unknown = facts.pool(kind).unknown(bytes, start, start + size);
            least = length(unknown) < length(least) ? unknown : least;
        }
        tally.count(Owner.MERGED, size - length(least));
        for (int i = 0; i < least.length; i += 2) {
            reporter.strange(section, "merged " + places.section(row), bytes, least[i], least[i + 1]);
        }
    }

    private static int length(int[] entries) {
        int length = 0;
        for (int i = 1; i < entries.length; i += 2) {
            length += entries[i];
        }
        return length;
    }
}
