package org.karlworkbench.ui.canvas;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.karlworkbench.picture.Numbers;
import org.karlworkbench.picture.TreemapModel;

/** What a screen reader hears of a treemap: what it shows, and what is selected. */
final class TreemapAccess {
    private static final int MOST = 5;

    private final Treemap map;
    private final Accessible accessible;
    private String name = "Treemap";

    TreemapAccess(Treemap map) {
        this.map = map;
        accessible = map.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = name;
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                e.result = description();
            }

            @Override
            public void getHelp(AccessibleEvent e) {
                e.result =
                        "Left and Right go to the next larger or smaller item, Down to the largest within, Up to what is "
                                + "around, Enter goes in and Backspace out.";
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_GRAPHIC;
            }

            @Override
            public void getValue(AccessibleControlEvent e) {
                e.result = description();
            }
        });
    }

    void setName(String newName) {
        name = newName;
        accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    void selectionChanged() {
        accessible.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }

    private String description() {
        if (map.selected() >= 0) {
            return map.textOf(map.selected()).replace('\t', ' ').replace("\n", ", ");
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
