package org.karlworkbench.ui.canvas;

/** Hears what the user does with the items of a map. Not called for what the program itself sets. */
@FunctionalInterface
public interface ItemListener {
    /**
     * An item was selected by a click or a key.
     *
     * @param lane number of its lane, -1 if now nothing is selected
     * @param index its number in the lane, -1 if now nothing is selected
     */
    void selected(int lane, int index);

    /**
     * An item was double-clicked, or Enter was pressed on it; the map has zoomed to it already.
     *
     * @param lane number of its lane
     * @param index its number in the lane
     */
    @SuppressWarnings("unused")
    default void opened(int lane, int index) {}

    /**
     * The pointer went onto an item, or left one.
     *
     * @param lane number of its lane, -1 if the pointer is on no item now
     * @param index its number in the lane, -1 if the pointer is on no item now
     */
    @SuppressWarnings("unused")
    default void hovered(int lane, int index) {}
}
