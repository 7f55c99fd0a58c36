package org.karlworkbench.ui.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.LatestAnswer;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.table.Shown;

/**
 * One box for all: a name or a part of it, an address, a name and an offset, or a pasted list of addresses. What fits is
 * listed while one types; without a word what was gone to before.
 */
final class GoToDialog extends PopupDialog {
    private static final int MOST = 200;
    private static final int HISTORY = 20;
    private static final String SECTION = "Map";
    private static final String BEFORE = "goTo";

    private final Layout layout;
    private final Finder finder;
    private final Chosen chosen;
    private final LatestAnswer worker;
    private List<Hit> hits = List.of();
    private Text text;
    private Table table;

    /** Told where a person wants to go. */
    interface Chosen {
        /**
         * Takes the choice.
         *
         * @param list what was found
         * @param at which of it was chosen
         */
        void take(List<Hit> list, int at);
    }

    GoToDialog(Shell parent, Layout layout, Finder finder, Chosen chosen) {
        super(
                parent,
                SWT.RESIZE,
                true,
                false,
                false,
                false,
                false,
                null,
                "Enter goes there, Esc closes; afterwards Ctrl+. and Ctrl+, go to the next and previous of the list");
        this.layout = layout;
        this.finder = finder;
        this.chosen = chosen;
        worker = new LatestAnswer(parent.getDisplay(), "Go To");
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Go To"); // as window managers and screen readers name it
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ContextHelp.on(area, "goTo");
        GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 4).applyTo(area);
        text = Spoken.name(Ids.mark(new Text(area, SWT.SEARCH | SWT.ICON_SEARCH), "goto.text"), "Go to");
        text.setMessage("Address, symbol, object, or a list of addresses");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        table = Spoken.name(Ids.mark(new Table(area, SWT.SINGLE | SWT.FULL_SELECTION), "goto.hits"), "What fits");
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 320).applyTo(table);
        table.addListener(SWT.DefaultSelection, _ -> take());
        table.addListener(SWT.MouseDoubleClick, _ -> take());
        text.addListener(SWT.Modify, _ -> search());
        text.addListener(SWT.DefaultSelection, _ -> take());
        text.addListener(SWT.KeyDown, this::key);
        text.addListener(SWT.Verify, GoToDialog::oneLine);
        table.addDisposeListener(_ -> worker.stop());
        search();
        return area;
    }

    /** A list is pasted with line breaks, which a field of one line would drop. */
    private static void oneLine(Event event) {
        event.text = event.text.replaceAll("[\\r\\n\\t]+", " ");
    }

    @Override
    protected Control getFocusControl() {
        return text;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Rectangle parent = getParentShell().getBounds();
        return new Point(parent.x + (parent.width - size.x) / 2, parent.y + parent.height / 5);
    }

    private void key(Event event) {
        int step =
                switch (event.keyCode) {
                    case SWT.ARROW_DOWN -> 1;
                    case SWT.ARROW_UP -> -1;
                    default -> 0;
                };
        if (step != 0 && table.getItemCount() > 0) {
            table.setSelection(Math.clamp(table.getSelectionIndex() + step, 0, table.getItemCount() - 1));
            event.doit = false;
        }
    }

    private void search() {
        String typed = text.getText();
        List<String> before = before();
        worker.ask(stale -> typed.isBlank() ? history(before, stale) : finder.find(typed, MOST, stale), this::show);
    }

    private void show(List<Hit> found) {
        hits = found;
        table.setRedraw(false);
        table.removeAll();
        hits.forEach(hit -> fill(new TableItem(table, SWT.NONE), hit));
        if (hits.isEmpty()) {
            finder.beyond(text.getText())
                    .ifPresent(reason -> new TableItem(table, SWT.NONE).setText(Shown.line(reason)));
        }
        table.setRedraw(true);
        if (!hits.isEmpty()) {
            table.setSelection(0);
        }
    }

    private void fill(TableItem item, Hit hit) {
        Rows rows = hit.table().rows(layout);
        String offset = hit.offset() == 0 ? "" : "+0x" + Long.toHexString(hit.offset());
        String object = rows.object(hit.row());
        boolean other = !object.isEmpty() && !object.equals(rows.name(hit.row()));
        item.setImage(Images.of(Images.of(rows.kind(hit.row()))));
        item.setText(Shown.line(rows.name(hit.row())) + offset + "   " + Formats.hex(hit.address())
                + (other ? "   " + Shown.line(object) : "")
                + (rows.section(hit.row()).isEmpty() ? "" : "   " + Shown.line(rows.section(hit.row()))));
    }

    private void take() {
        int row = table.getSelectionIndex();
        if (row >= 0 && row < hits.size()) {
            Hit hit = hits.get(row);
            remember(hit.table().rows(layout).name(hit.row()));
            close();
            chosen.take(hits, row);
        }
    }

    /** What was gone to before, as far as this kernel has it. */
    private List<Hit> history(List<String> before, BooleanSupplier stale) {
        List<Hit> found = new ArrayList<>();
        for (String name : before) {
            found.addAll(finder.find(name, 1, stale));
        }
        return found;
    }

    private static List<String> before() {
        return Remembered.rows(SECTION, BEFORE).stream().map(List::getFirst).toList();
    }

    private static void remember(String name) {
        List<String> names = new ArrayList<>(before());
        names.remove(name);
        names.addFirst(name);
        Remembered.keep(SECTION, BEFORE, names.stream().limit(HISTORY).map(List::of));
    }
}
