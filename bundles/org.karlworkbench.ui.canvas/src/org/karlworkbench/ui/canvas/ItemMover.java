package org.karlworkbench.ui.canvas;

/** Lets the user move items of a map along their lane: the selected item can be dragged, or moved by Alt+Left and Alt+Right. */
public interface ItemMover {
    /**
     * Whether an item may be moved.
     *
     * @param lane number of its lane
     * @param index its number in the lane
     */
    boolean canMove(int lane, int index);

    /**
     * The user drops an item.
     *
     * @param lane number of its lane
     * @param index its number in the lane
     * @param before the item of the lane in front of which it was dropped; the number of items for the end
     */
    void moved(int lane, int index, int before);

    /**
     * The user pushes an item by one place.
     *
     * @param lane number of its lane
     * @param index its number in the lane
     * @param places -1 to lower addresses, 1 to higher ones
     */
    void pushed(int lane, int index, int places);
}
