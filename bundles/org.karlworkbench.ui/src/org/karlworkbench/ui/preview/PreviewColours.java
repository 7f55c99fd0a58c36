package org.karlworkbench.ui.preview;

import java.util.EnumMap;
import java.util.Map;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedNames;

/** The colours of everything that a kit's layouts can hold: found once, and not in every frame. */
final class PreviewColours {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final LinkedNames names;
    private final Map<PreviewLane, int[]> colours = new EnumMap<>(PreviewLane.class);

    PreviewColours(LinkedNames names) {
        this.names = names;
        for (PreviewLane lane : PreviewLane.values()) {
            int[] unknown = new int[lane.limit(names)];
            java.util.Arrays.fill(unknown, UNKNOWN);
            colours.put(lane, unknown);
        }
    }

    /** Whether these are the colours of what these names name. */
    boolean areOf(LinkedNames others) {
        return names == others;
    }

    /** The colours of some items. */
    int[] of(PreviewLane lane, LinkedColumns items) {
        int[] known = colours.get(lane);
        int[] found = new int[items.count()];
        for (int row = 0; row < found.length; row++) {
            int number = items.numbers()[row];
            if (known[number] == UNKNOWN) {
                known[number] = lane.colour(names, number);
            }
            found[row] = known[number];
        }
        return found;
    }
}
