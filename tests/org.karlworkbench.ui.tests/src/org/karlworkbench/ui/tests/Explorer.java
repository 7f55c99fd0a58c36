package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;

/** The tree Project Explorer, walked with mouse and keys. */
final class Explorer {
    private Explorer() {}

    /** Opens one level after the other and clicks on the last; each name is the beginning of a label. */
    static void click(String... names) {
        Robot.click(place(names));
    }

    /** As {@link #click}, adding to what is selected. */
    static void ctrlClick(String... names) {
        Robot.ctrlClick(place(names));
    }

    /** Whether the context menu of a tree is open; to be used on the UI thread. */
    static boolean menuIsOpen() {
        List<Tree> trees = new ArrayList<>();
        Windows.collect(
                Tree.class, tree -> tree.getMenu() != null && tree.getMenu().isVisible(), trees);
        return !trees.isEmpty();
    }

    /** Clicks on an item and chooses from its context menu what begins so. */
    static void menu(String words, String... names) {
        click(names);
        Robot.key("shift+F10");
        Ui.until("the context menu is open", Explorer::menuIsOpen);
        Windows.choose(Ui.get(() -> tree().getMenu()), words);
    }

    private static Point place(String... names) {
        return middle(item(names));
    }

    /** The item, after all that it is in has been opened. */
    static TreeItem item(String... names) {
        Views.show(IPageLayout.ID_PROJECT_EXPLORER);
        Tree tree = tree();
        TreeItem item = child(tree, null, names[0]);
        for (int level = 1; level < names.length; level++) {
            expand(tree, item);
            item = child(tree, item, names[level]);
        }
        return item;
    }

    static Tree tree() {
        List<Tree> trees = new ArrayList<>();
        Ui.until("Project Explorer is there", () -> {
            trees.clear();
            Windows.collect(Tree.class, tree -> tree.getColumnCount() == 0, trees);
            return trees.stream().anyMatch(tree -> tree.getItemCount() > 0);
        });
        return Ui.get(() -> trees.stream()
                .filter(tree -> tree.getItemCount() > 0)
                .findFirst()
                .orElseThrow());
    }

    private static TreeItem child(Tree tree, TreeItem parent, String name) {
        TreeItem[] found = {null};
        Ui.until(name + " is in Project Explorer", () -> {
            for (TreeItem item : parent == null ? tree.getItems() : parent.getItems()) {
                found[0] = item.getText().startsWith(name) ? item : found[0];
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** Opens an item of a tree by its key, unless it is open. */
    static void expand(Tree tree, TreeItem item) {
        if (Ui.get(item::getExpanded)) {
            return;
        }
        Robot.click(middle(item));
        Ui.until("the item is selected", () -> tree.getSelectionCount() == 1);
        Robot.key("Right");
        Ui.until("the item is open", item::getExpanded);
    }

    private static Point middle(TreeItem item) {
        return Ui.get(() -> {
            item.getParent().showItem(item);
            Rectangle area = item.getBounds();
            return item.getParent().toDisplay(area.x + 12, area.y + area.height / 2);
        });
    }
}
