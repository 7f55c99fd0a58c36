package org.karlworkbench.ui.canvas;

import org.karlworkbench.picture.Numbers;
import org.karlworkbench.picture.TreemapModel;

/** What a screen reader hears of a treemap. */
final class TreemapAccess {
    private static final int MOST = 5;

    /** What the keys do. */
    static final String HELP =
            "Left and Right go to the next larger or smaller item, Down to the largest within, Up to what is around, "
                    + "Enter goes in and Backspace out.";

    private TreemapAccess() {}

    /** What is selected, or what is largest. */
    static String description(Treemap map) {
        if (map.selected() >= 0) {
            return CanvasAccess.spoken(map.textOf(map.selected()));
        }
        TreemapModel model = map.model();
        int root = map.root();
        StringBuilder text = new StringBuilder("Nothing selected. In ")
                .append(model.path(root))
                .append(", largest first:");
        for (int rank = 0; rank < Math.min(MOST, model.childCount(root)); rank++) {
            int child = model.child(root, rank);
            text.append(' ')
                    .append(model.label(child))
                    .append(", ")
                    .append(Numbers.bytes(model.size(child)))
                    .append(';');
        }
        return text.toString();
    }
}
