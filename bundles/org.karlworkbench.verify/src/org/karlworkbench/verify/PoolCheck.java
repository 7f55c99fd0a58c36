package org.karlworkbench.verify;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.verify.KitFacts.MergeKind;

/** Checks that a pool of merged strings or constants holds nothing but what the objects brought. */
final class PoolCheck {
    private final KitFacts facts;
    private final Image image;
    private final Tally tally;
    private final Reporter reporter;
    /** By row: offset and length, by turns, of what no object brought; null for a row that is no pool. */
    private final int[][] strange;

    /** Before the first row of so many. */
    PoolCheck(KitFacts facts, Image image, Tally tally, Reporter reporter, int rows) {
        this.facts = facts;
        this.image = image;
        this.tally = tally;
        this.reporter = reporter;
        this.strange = new int[rows][];
    }

    /** Finds where merged strings and constants lie, which the pieces refer to. */
    void locate(Places places, Placement placement, PoolPlaces found) throws EngineException {
        Sections sections = image.sections();
        for (int row = 0; row < places.count(); row++) {
            int section = image.find(places.output(row), places.address(row), places.size(row));
            boolean merged = places.kind(row) == PlaceKind.MERGED || placement.isMerged(row);
            if (merged && section >= 0 && !sections.isNoBits(section)) {
                locate(section, Math.toIntExact(places.address(row) - sections.address(section)), places, row, found);
            }
        }
    }

    /** Finds where the entries of a row lie, which lies in the section as a whole. */
    private void locate(int section, int start, Places places, int row, PoolPlaces found) throws EngineException {
        int size = Math.toIntExact(places.size(row));
        long address = places.address(row) - start;
        byte[] bytes = image.content(section);
        if (places.section(row).equals(PoolRows.ANY)) {
            strange[row] = search(start, size, bytes, address, found);
            return;
        }
        strange[row] = size == 0 ? new int[0] : new int[] {start, size};
        for (MergeKind kind : facts.kinds(places.section(row))) {
            int[] unknown = found.take(kind, bytes, start, start + size, address);
            strange[row] = length(unknown) < length(strange[row]) ? unknown : strange[row];
        }
    }

    /** Finds entries of all kinds; gives what is neither in one nor zero. */
    private int[] search(int start, int size, byte[] bytes, long address, PoolPlaces found) {
        BitSet covered = new BitSet();
        for (MergeKind kind : facts.kinds(PoolRows.ANY)) {
            found.search(kind, bytes, start, start + size, address, covered);
        }
        BitSet stray = new BitSet();
        for (int i = start; i < start + size; i++) {
            stray.set(i, bytes[i] != 0 && !covered.get(i));
        }
        IntStream.Builder runs = IntStream.builder();
        for (int from = stray.nextSetBit(0); from >= 0; from = stray.nextSetBit(from)) {
            int to = stray.nextClearBit(from);
            runs.add(from).add(to - from);
            from = to;
        }
        return runs.build().toArray();
    }

    /** Checks the bytes of a row that was located; the kind that explains most of it is taken for its own. */
    void check(int section, Places places, int row) throws EngineException {
        int[] least = strange[row];
        tally.count(Owner.MERGED, places.size(row) - length(least));
        for (int i = 0; i < least.length; i += 2) {
            reporter.strange(section, "merged " + places.section(row), image.content(section), least[i], least[i + 1]);
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
