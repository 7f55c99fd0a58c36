package org.karlworkbench.ui.table;

import java.util.Map;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Spoken;

/** The buttons behind a table's filter: filters that are kept, groups, columns, export. */
final class TableTools {
    /** The key of the data under which the bar has the menu that is open. */
    private static final String OPEN_MENU = "open menu";

    private final ColumnTable table;
    private final KeptFilters kept;
    private final ToolBar bar;
    private final ToolItem filters;
    private ToolItem groups;

    TableTools(Composite parent, ColumnTable table, String id, String title) {
        this.table = table;
        kept = new KeptFilters(id);
        bar = Ids.mark(new ToolBar(parent, SWT.FLAT), id + ".tools");
        Spoken.name(bar, "Tools of " + title);
        filters = item(bar.getItemCount(), "filters", "Kept filters (Ctrl+Alt+F)", this::showFilters);
        item(bar.getItemCount(), "columns", "Columns: which, and in which order (Ctrl+Alt+K)", table::chooseColumns);
        item(bar.getItemCount(), "export", "Export what is shown as CSV or JSON", table::export);
    }

    private ToolItem item(int index, String icon, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH, index);
        item.setImage(Images.of(icon));
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    /** Adds the button for groups; called once a table has some to offer. */
    void offerGroups() {
        if (groups == null) {
            groups = item(1, "groups", "Groups of rows (Ctrl+Alt+G)", this::showGroups);
            bar.getParent().requestLayout();
        }
    }

    void showFilters() {
        Menu menu = new Menu(bar);
        Map<String, String> all = kept.all();
        all.forEach((name, words) -> {
            MenuItem item = add(menu, SWT.RADIO, escaped(name) + "\t" + escaped(words), () -> table.setFilter(words));
            item.setSelection(words.equals(table.filter()));
        });
        if (!all.isEmpty()) {
            add(menu, SWT.SEPARATOR, "", () -> {});
        }
        add(menu, SWT.PUSH, "&Keep This Filter…", this::keep)
                .setEnabled(!table.filter().isBlank());
        MenuItem forget = new MenuItem(menu, SWT.CASCADE);
        forget.setText("&Forget Filter");
        forget.setEnabled(!all.isEmpty());
        Menu names = new Menu(forget);
        forget.setMenu(names);
        all.keySet().forEach(name -> add(names, SWT.PUSH, escaped(name), () -> kept.forget(name)));
        open(menu, filters);
    }

    private void keep() {
        InputDialog dialog = new InputDialog(
                table.getShell(),
                "Keep Filter",
                "Name of the filter " + table.filter() + ":",
                table.filter(),
                name -> name.isBlank() ? "" : null);
        if (dialog.open() == Window.OK) {
            kept.keep(dialog.getValue().strip(), table.filter());
        }
    }

    void showGroups() {
        if (groups == null) {
            return;
        }
        Menu menu = new Menu(bar);
        add(menu, SWT.RADIO, "&No Groups", () -> table.group(null))
                .setSelection(table.groups().chosen() == null);
        for (Grouping grouping : table.groups().offered()) {
            add(menu, SWT.RADIO, "By " + grouping.title(), () -> table.group(grouping))
                    .setSelection(grouping == table.groups().chosen());
        }
        open(menu, groups);
    }

    private static MenuItem add(Menu menu, int style, String words, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(words);
        item.addListener(SWT.Selection, _ -> {
            boolean left = style == SWT.RADIO && !item.getSelection(); // the one that was chosen before hears of it too
            if (!left) {
                action.run();
            }
        });
        return item;
    }

    private static String escaped(String words) {
        return Shown.line(words).replace("&", "&&");
    }

    private void open(Menu menu, ToolItem below) {
        Rectangle area = below.getBounds();
        menu.setLocation(bar.toDisplay(area.x, area.y + area.height));
        bar.setData(OPEN_MENU, menu);
        menu.addListener(SWT.Hide, _ -> {
            if (!bar.isDisposed()) {
                bar.setData(OPEN_MENU, null);
            }
            menu.getDisplay().asyncExec(menu::dispose); // after the choice was told
        });
        menu.setVisible(true);
    }
}
