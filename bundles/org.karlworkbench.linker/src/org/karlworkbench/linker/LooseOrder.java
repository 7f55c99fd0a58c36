package org.karlworkbench.linker;

import java.util.Arrays;
import org.karlworkbench.kit.SectionOrder;

/**
 * Lets the loose sections of a draw change places with one another, under each statement of the script by themselves.
 * Statements that sort and such in {@code KEEP}, whose pieces are tables, are left as they are, and so is what is not
 * loose. What is tied to another section follows it by {@link IndexOrder}.
 */
final class LooseOrder {
    private final KitReader read;
    private final Pieces pieces;
    private final LinkOrder order;
    private final boolean[] stays;

    LooseOrder(KitReader read, LinkOrder order) {
        this.read = read;
        this.order = order;
        pieces = read.pieces();
        stays = new boolean[read.statements().count()];
        for (int i = 0; i < stays.length; i++) {
            stays[i] = read.statements().sorts(i) || read.statements().keeps(i);
        }
    }

    /**
     * Gives loose sections their places.
     *
     * @param sections the loose sections in the order of the draw
     * @param placement whose pieces are sorted by statement and object
     */
    void apply(SectionOrder sections, Placement placement) {
        int[] loose = new int[sections.count()];
        int count = 0;
        for (int i = 0; i < loose.length; i++) {
            int piece = read.piece(sections.object(i), sections.section(i));
            if (piece != Names.NONE && pieces.isPlaced(piece) && !stays[pieces.statement(piece)]) {
                loose[count++] = piece;
            }
        }
        if (count > 0) {
            exchange(Arrays.copyOf(loose, count), placement);
        }
    }

    /** Fills the places of some pieces anew, under each statement in the order in which they are given. */
    private void exchange(int[] moved, Placement placement) {
        boolean[] moves = new boolean[pieces.count()];
        int[] ordered = new int[placement.sorted.length];
        int[] next = new int[stays.length];
        Arrays.setAll(next, order::first);
        for (int piece : moved) {
            if (!placement.excluded[piece]) {
                moves[piece] = true;
                ordered[next[pieces.statement(piece)]++] = piece;
            }
        }
        for (int statement = 0; statement < stays.length; statement++) {
            int from = order.first(statement);
            for (int i = from; i < placement.ends[statement]; i++) {
                if (moves[placement.sorted[i]]) {
                    placement.sorted[i] = ordered[from++];
                }
            }
        }
    }
}
