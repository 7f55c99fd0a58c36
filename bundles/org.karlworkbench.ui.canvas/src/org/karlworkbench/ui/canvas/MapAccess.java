package org.karlworkbench.ui.canvas;

import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.Numbers;

/** What a screen reader hears of a map. */
final class MapAccess {
    /** What the keys do. */
    static final String HELP = "Up and Down go to another lane, Ctrl+Left and Ctrl+Right to the next item, "
            + "plus and minus zoom, Enter zooms to the item.";

    private MapAccess() {}

    /** What is selected, or the lanes. */
    static String description(AddressMap map) {
        int lane = map.selectedLane();
        if (lane < 0) {
            StringBuilder lanes = new StringBuilder("Nothing selected. Lanes:");
            for (MapLane each : map.model().lanes()) {
                lanes.append(' ')
                        .append(each.name())
                        .append(", ")
                        .append(Numbers.count(each.count()))
                        .append(';');
            }
            return lanes.toString();
        }
        String text = map.textOf(lane, map.selectedIndex());
        return map.model().lane(lane).name() + ": " + CanvasAccess.spoken(text);
    }
}
