package org.karlworkbench.compare;

import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Rows;

/**
 * The blocks of a kernel: pieces whose mutual distances are the same in every draw. A piece is one; those of the same
 * object that follow it in the same section belong to it as long as they need no larger alignment than its own, since
 * larger ones leave room that depends on where the first lies. What comes before the gap in the text never moves.
 *
 * <p>They are told from one kernel, whoever linked it and by whatever recipe. {@link org.karlworkbench.compare.blocks.Blocks}
 * has those of a kit before anything is linked, which takes the built-in linker and the script's statements.
 */
final class KernelBlocks {
    /** No block: strings that the linker merges come in another order each time. */
    private static final int NONE = -1;

    private final Rows pieces;
    private final int[] block;

    private KernelBlocks(Rows pieces) {
        this.pieces = pieces;
        block = new int[pieces.count()];
    }

    /** The blocks, or null where the objects or their alignment are not known. */
    static KernelBlocks of(Layout layout, LoadedKit kit) {
        if (kit == null || layout.objects().count() == 0) {
            return null;
        }
        KernelBlocks blocks = new KernelBlocks(layout.objects());
        blocks.fill(layout, kit);
        return blocks;
    }

    private void fill(Layout layout, LoadedKit kit) {
        boolean body = false;
        int first = -1;
        for (int row = 0; row < block.length; row++) {
            body |= isBehindHead(row, kit);
            if (pieces.kind(row) == Kind.FILL || pieces.kind(row) == Kind.LINKER) {
                block[row] = NONE;
            } else if (!body) {
                block[row] = 0;
            } else {
                if (first < 0 || !follows(row, first) || align(layout, kit, row) > align(layout, kit, first)) {
                    first = row;
                }
                block[row] = first;
            }
        }
    }

    private boolean isBehindHead(int row, LoadedKit kit) {
        Kind kind = pieces.kind(row);
        return kind == Kind.GAP || kind == Kind.OBJECT && !kit.plan().head().contains(pieces.object(row));
    }

    private boolean follows(int row, int first) {
        return pieces.kind(row) == Kind.OBJECT
                && pieces.kind(first) == Kind.OBJECT
                && pieces.objectIndex(row) == pieces.objectIndex(first)
                && pieces.sectionIndex(row) == pieces.sectionIndex(first);
    }

    private static long align(Layout layout, LoadedKit kit, int row) {
        Places places = layout.places();
        int place = layout.objects().source(row);
        ObjectFile object = place < 0 ? null : kit.object(places.object(place));
        int section = place < 0 ? -1 : places.sectionIndex(place);
        return object == null || section < 0 || section >= object.sections().count()
                ? 1
                : object.sections().align(section);
    }

    /** How many blocks of a section are in a random order: those of objects behind the head. */
    int shuffled(int section) {
        int head = block.length == 0 ? NONE : block[0];
        return (int) pieces.stream()
                .filter(row -> pieces.sectionIndex(row) == section && pieces.kind(row) == Kind.OBJECT)
                .filter(row -> block[row] == row && row != head && pieces.size(row) > 0)
                .count();
    }

    /** A number for the block at an address; negative ones stand for places outside of all pieces, each for itself. */
    int of(long address) {
        int piece = pieces.at(address);
        return piece < 0 || block[piece] == NONE ? (int) -(address & Integer.MAX_VALUE) - 1 : block[piece];
    }
}
