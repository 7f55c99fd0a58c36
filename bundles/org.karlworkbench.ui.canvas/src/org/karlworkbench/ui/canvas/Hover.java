package org.karlworkbench.ui.canvas;

import org.karlworkbench.picture.Hit;

/**
 * Where the pointer is on a map.
 *
 * @param item the item under it, or null
 * @param coordinate of the address under it, -1 if it is not over the addresses
 * @param x in the control
 * @param y in the control
 * @param text of the card, empty for none
 */
record Hover(Hit item, double coordinate, int x, int y, String text) {
    /** The pointer is elsewhere. */
    static final Hover NONE = new Hover(null, -1, 0, 0, "");

    /** The pointer is over a linked map, at this coordinate. */
    static Hover elsewhere(double coordinate) {
        return new Hover(null, coordinate, 0, 0, "");
    }

    boolean sameItem(Hover other) {
        if (item == null || other.item == null) {
            return item == other.item;
        }
        return item.lane() == other.item.lane() && item.index() == other.item.index();
    }
}
