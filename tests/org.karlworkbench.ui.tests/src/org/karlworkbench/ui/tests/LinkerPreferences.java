package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.karlworkbench.ui.table.ColumnTable;

/** The page Linkers of the preferences, as it is opened and filled in by key and mouse. */
final class LinkerPreferences {
    static final String STORE = "Apply and Close";

    private static final int FIRST_ROW = 40;

    private LinkerPreferences() {}

    /** Opens the preferences by the keys of the menu Window, and the page by a click. */
    static ColumnTable open() {
        Robot.key("alt+w");
        Ui.until("the menu Window is open", LinkerPreferences::menuIsOpen);
        Robot.key("p");
        Tree pages = pages();
        Robot.click(pages, 60, Ui.get(() -> middle(item(pages))));
        ColumnTable table = Windows.table("linkers.table");
        Jobs.ended("Looking for Linkers");
        Ui.until("all linkers are found", () -> !words(table).contains("looking\u2026"));
        return table;
    }

    private static boolean menuIsOpen() {
        for (MenuItem item :
                Ui.page().getWorkbenchWindow().getShell().getMenuBar().getItems()) {
            if (item.getText().equals("&Window")) {
                return item.getMenu().isVisible();
            }
        }
        return false;
    }

    private static Tree pages() {
        List<Tree> trees = new ArrayList<>();
        Ui.until("the preferences are open", () -> {
            trees.clear();
            Windows.collect(Tree.class, tree -> tree.getShell().getData() instanceof PreferenceDialog, trees);
            return !trees.isEmpty() && item(trees.getFirst()) != null;
        });
        return trees.getFirst();
    }

    private static TreeItem item(Tree pages) {
        for (TreeItem item : pages.getItems()) {
            if (item.getText().equals("Linkers")) {
                return item;
            }
        }
        return null;
    }

    private static int middle(TreeItem item) {
        Rectangle area = item.getBounds();
        return area.y + area.height / 2;
    }

    /** All that the table says, row by row. */
    static List<String> words(ColumnTable table) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < table.shownRows().length; row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                words.add(table.cellText(column, row));
            }
        }
        return words;
    }

    /** Selects the one linker whose row has all these words; the answer is the field for its path. */
    static Text select(String words) {
        ColumnTable table = Windows.table("linkers.table");
        Robot.fill(Windows.field("linkers.table.filter"), words);
        Ui.until("one row is left", () -> table.shownRows().length == 1);
        Robot.click(Windows.control("linkers.table", Control.class), 200, FIRST_ROW);
        Text program = Windows.field("linkers.program");
        Ui.until("the linker is selected", () -> table.selection().length == 1 && program.isEnabled());
        return program;
    }

    static Shell dialog() {
        Text program = Windows.field("linkers.program");
        return Ui.get(program::getShell);
    }

    /** What the page complains about, null when it does not. */
    static String error() {
        Shell shell = dialog();
        return Ui.get(
                () -> ((IPreferencePage) ((PreferenceDialog) shell.getData()).getSelectedPage()).getErrorMessage());
    }

    static void complains(String words) {
        Ui.until("the page says " + words, () -> String.valueOf(error()).contains(words));
        Button store = Windows.button(STORE);
        Ui.until("nothing can be stored", () -> !store.isEnabled());
    }

    static void content() {
        Button store = Windows.button(STORE);
        Ui.until("it can be stored", () -> store.isEnabled() && error() == null);
    }

    /** Closes the dialog where a test has failed before it could. */
    static void leave() {
        if (Ui.get(() -> Windows.shows("linkers.program"))) {
            Shell shell = dialog();
            Ui.run(shell::close);
        }
    }

    /** Clicks on a button that closes the dialog. */
    static void close(String button) {
        Shell shell = dialog();
        Button words = Windows.button(button);
        Ui.until(button + " is on", words::isEnabled);
        Robot.click(words);
        Ui.until("the preferences are closed", shell::isDisposed);
    }
}
