package org.karlworkbench.ui.canvas;

import java.util.BitSet;
import java.util.TreeMap;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.MapModel;

/** The items of a map that are lit, by lane; while there are some, all others are dimmed. */
final class MapLights {
    private final TreeMap<Integer, BitSet> lit = new TreeMap<>();
    private Highlight highlight = Highlight.NONE;

    /** Lights items of a lane; null takes the lane's away. */
    void set(MapModel model, int lane, BitSet items) {
        if (items == null) {
            lit.remove(lane);
        } else {
            lit.put(lane, (BitSet) items.clone());
        }
        highlight = Highlight.of(model, lit);
    }

    void clear() {
        lit.clear();
        highlight = Highlight.NONE;
    }

    Highlight highlight() {
        return highlight;
    }
}
