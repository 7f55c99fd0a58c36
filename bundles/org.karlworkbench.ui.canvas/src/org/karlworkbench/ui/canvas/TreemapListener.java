package org.karlworkbench.ui.canvas;

/** Hears what the user does with the nodes of a treemap. Not called for what the program itself sets. */
public interface TreemapListener {
    /**
     * A node was selected by a click or a key.
     *
     * @param node its number, -1 if now nothing is selected
     */
    void selected(int node);

    /**
     * Another node takes all the room now.
     *
     * @param node its number
     */
    void rootChanged(int node);
}
