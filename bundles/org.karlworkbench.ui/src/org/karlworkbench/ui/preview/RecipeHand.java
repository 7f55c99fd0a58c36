package org.karlworkbench.ui.preview;

import java.util.List;

/** Changes the recipe that a preview shows, each call as one step to undo. */
public interface RecipeHand {
    /** Whether there is a recipe to change. */
    boolean isFree();

    /**
     * Sets which objects have places of their own; neighbours go, since each object has one place.
     *
     * @param label what the step is called in the Edit menu
     * @param order the objects that come first, in this order
     * @param pinned the objects that keep the Makefile's place
     */
    void place(String label, List<String> order, List<String> pinned);
}
