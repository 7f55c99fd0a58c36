package org.karlworkbench.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.table.ColumnTable;

/** Finds what is seen on the screen, by the names that widgets carry. */
final class Windows {
    private Windows() {}

    /** The control of that name that is visible, as soon as there is one. */
    static <C extends Control> C control(String id, Class<C> type) {
        return seen(id, type, control -> control);
    }

    /** What is asked of that control, in the same turn in which it is found: cards are made anew when more is known. */
    static <C extends Control, T> T seen(String id, Class<C> type, Function<C, T> question) {
        List<T> answers = new ArrayList<>();
        Ui.until(id + " is shown", () -> {
            List<C> found = new ArrayList<>();
            collect(type, control -> Objects.equals(control.getData(Ids.KEY), id), found);
            found.stream().map(question).forEach(answers::add);
            return !found.isEmpty();
        });
        return answers.getLast();
    }

    /** Whether a control of that name is visible; to be used on the UI thread. */
    static boolean shows(String id) {
        List<Control> found = new ArrayList<>();
        collect(Control.class, control -> Objects.equals(control.getData(Ids.KEY), id), found);
        return !found.isEmpty();
    }

    /** All visible controls of a kind; to be used on the UI thread. */
    static <C extends Control> void collect(Class<C> type, Predicate<C> wanted, List<C> found) {
        for (Shell shell : Ui.display().getShells()) {
            if (shell.isVisible()) {
                collect(shell, type, wanted, found);
            }
        }
    }

    private static <C extends Control> void collect(
            Control control, Class<C> type, Predicate<C> wanted, List<C> found) {
        if (type.isInstance(control) && control.isVisible() && wanted.test(type.cast(control))) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, wanted, found);
            }
        }
    }

    /** The table around the grid of that name. */
    static ColumnTable table(String id) {
        Control grid = control(id, Control.class);
        return (ColumnTable) Ui.get(grid::getParent);
    }

    static Text field(String id) {
        return control(id, Text.class);
    }

    /** What a label says. */
    static String label(String id) {
        return seen(id, Label.class, Label::getText);
    }

    /** What a label says, nothing where none is shown; to be used on the UI thread. */
    static String words(String id) {
        List<Label> found = new ArrayList<>();
        collect(Label.class, label -> id.equals(label.getData(Ids.KEY)), found);
        return found.isEmpty() ? "" : found.getLast().getText();
    }

    /** The button with these words, mnemonics apart, in the dialog in front. */
    static Button button(String words) {
        List<Button> found = new ArrayList<>();
        Ui.until("a button says " + words, () -> {
            found.clear();
            collect(Button.class, button -> button.getText().replace("&", "").equals(words), found);
            return !found.isEmpty();
        });
        return found.getLast();
    }

    /** Types over what the dialog proposes whose title ends so, presses Return, and waits until it is closed. */
    static void answer(String title, String words) {
        Ui.until(
                "something is asked for", () -> isInFront(title) && Ui.display().getFocusControl() instanceof Text);
        Robot.key("ctrl+a");
        Robot.type(words + "\n");
        Ui.until("the dialog is closed", () -> Ui.display().getActiveShell() != null && !isInFront(title));
    }

    private static boolean isInFront(String title) {
        Shell shell = Ui.display().getActiveShell();
        return shell != null && shell.getText().endsWith(title);
    }

    /** Clicks on a tab of that text or name's folder. */
    static void tab(String folderId, String title) {
        CTabFolder folder = control(folderId, CTabFolder.class);
        Robot.click(Ui.get(() -> {
            for (var item : folder.getItems()) {
                if (item.getText().startsWith(title)) {
                    Rectangle area = item.getBounds();
                    return folder.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
                }
            }
            throw new IllegalStateException("no tab " + title + " in " + folderId);
        }));
        Ui.until(
                "the tab " + title + " is in front",
                () -> folder.getSelection().getText().startsWith(title));
    }

    /** Clicks on the button of a tool bar whose tip or words begin so, as soon as there is one. */
    static void tool(String words) {
        Point[] place = {null};
        Ui.until("the tool bar has " + words + " and stays where it is", () -> {
            Point before = place[0];
            place[0] = place(words);
            return before != null && before.equals(place[0]);
        });
        Robot.click(place[0]);
    }

    /** Opens the menu of such a button and chooses one of its items by the keyboard; the first is 1. */
    static void choose(String words, int position) {
        openMenu(() -> tool(words));
        for (int i = 0; i < position; i++) {
            Robot.key("Down");
        }
        Robot.key("Return");
    }

    /** Opens a menu by its key and presses others in it. */
    static void menu(String key, String... others) {
        openMenu(() -> Robot.key(key));
        Robot.key(others);
    }

    /** Does what opens a menu, and waits until it is open: before that it takes no keys. */
    static void openMenu(Runnable opening) {
        boolean[] open = {false};
        Listener shown = event -> open[0] |= event.widget instanceof Menu;
        Ui.run(() -> Ui.display().addFilter(SWT.Show, shown));
        opening.run();
        Ui.until("a menu is open", () -> open[0]);
        Ui.run(() -> Ui.display().removeFilter(SWT.Show, shown));
    }

    /** Chooses what begins so from a context menu that is open, without a key, which might close a dialog that opens. */
    static void choose(Menu menu, String words) {
        MenuItem[] found = {null};
        Ui.until("the menu has " + words, () -> {
            for (MenuItem item : menu.getItems()) {
                found[0] = item.getText().replace("&", "").startsWith(words) && item.isEnabled() ? item : found[0];
            }
            return found[0] != null;
        });
        Ui.display().asyncExec(() -> {
            menu.setVisible(false);
            found[0].notifyListeners(SWT.Selection, new Event());
        });
    }

    /** Whether a tool bar has such a button, switched on; to be used on the UI thread. */
    static boolean hasTool(String words) {
        return place(words) != null;
    }

    private static Point place(String words) {
        List<ToolBar> bars = new ArrayList<>();
        collect(ToolBar.class, _ -> true, bars);
        return bars.stream()
                .map(bar -> place(bar, words))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Point place(ToolBar bar, String words) {
        for (ToolItem item : bar.getItems()) {
            String tip = Objects.requireNonNullElse(item.getToolTipText(), item.getText());
            if (tip.startsWith(words) && item.isEnabled()) {
                Rectangle area = item.getBounds();
                return bar.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
            }
        }
        return null;
    }
}
