package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;

/** The view Properties, as it is read on the screen. */
final class Properties {
    private Properties() {}

    /** Brings the view to the front, the focus stays where it is. */
    static void show() {
        Views.show(IPageLayout.ID_PROP_SHEET);
    }

    /** Waits until the view says this of what is selected. */
    static void says(String property, String value) {
        Ui.until("Properties say " + property + " = " + value, () -> value.equals(read().get(property)));
    }

    /** The view's tree, as soon as it shows something. */
    static Tree tree() {
        Ui.until("Properties show something", () -> trees().stream().anyMatch(tree -> tree.getItemCount() > 0));
        return Ui.get(() -> trees().getFirst());
    }

    private static List<Tree> trees() {
        List<Tree> trees = new ArrayList<>();
        Windows.collect(Tree.class, tree -> tree.getColumnCount() == 2, trees);
        return trees;
    }

    private static Map<String, String> read() {
        Map<String, String> facts = new HashMap<>();
        trees().forEach(tree -> read(tree.getItems(), facts));
        return facts;
    }

    private static void read(TreeItem[] items, Map<String, String> facts) {
        for (TreeItem item : items) {
            facts.put(item.getText(0), item.getText(1));
            read(item.getItems(), facts);
        }
    }
}
