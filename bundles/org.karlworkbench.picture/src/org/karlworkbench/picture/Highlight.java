package org.karlworkbench.picture;

import java.util.BitSet;
import java.util.Map;

/** The items of a map that are lit, for example because they match a filter; all others are dimmed. Immutable. */
public final class Highlight {
    /** Nothing is lit and nothing dimmed. */
    public static final Highlight NONE = new Highlight(null, null);

    private final int[][] pieces; // of each lane, ascending; null = no highlight at all
    private final int[] items;

    private Highlight(int[][] pieces, int[] items) {
        this.pieces = pieces;
        this.items = items;
    }

    /**
     * Lights items.
     *
     * @param lit the items of each lane by the lane's number; lanes that are absent have none
     * @return {@link #NONE} if the map is empty
     */
    public static Highlight of(MapModel model, Map<Integer, BitSet> lit) {
        if (lit.isEmpty()) {
            return NONE;
        }
        int[][] pieces = new int[model.lanes().size()][];
        int[] items = new int[pieces.length];
        for (int lane = 0; lane < pieces.length; lane++) {
            BitSet set = lit.getOrDefault(lane, new BitSet());
            pieces[lane] = model.piecesOf(lane, set);
            items[lane] = set.get(0, model.lane(lane).count()).cardinality();
        }
        return new Highlight(pieces, items);
    }

    /** Tells whether anything is lit or dimmed. */
    public boolean isOn() {
        return pieces != null;
    }

    /** Returns how many items of a lane are lit. */
    public int count(int lane) {
        return isOn() && lane < items.length ? items[lane] : 0;
    }

    int[] pieces(int lane) {
        return isOn() && lane < pieces.length ? pieces[lane] : null;
    }
}
