package org.karlworkbench.ui.canvas;

/** Tells about an item of a map, on the card at the pointer and to screen readers. */
@FunctionalInterface
public interface ItemText {
    /**
     * Returns what is to be told about an item.
     *
     * @param lane number of its lane
     * @param index its number in the lane
     * @return lines parted by line feeds: first the title, then word, tab and value each; null or empty for no card
     */
    String text(int lane, int index);
}
