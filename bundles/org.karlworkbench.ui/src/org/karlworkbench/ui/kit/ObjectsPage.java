package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.table.ColumnTable;

/** The page with all objects of the kit, to be sorted and filtered, and the totals of those that are shown. */
final class ObjectsPage extends KitPage {
    static final String ID = "objects";

    private ColumnTable table;
    private Label totals;
    private List<KitObject> objects = List.of();
    private LinkKit shown;
    private String wanted;

    ObjectsPage(KitEditor editor) {
        super(editor, ID, "Objects");
    }

    @Override
    void fill(IManagedForm form) {
        Composite body = form.getForm().getBody();
        GridLayoutFactory.fillDefaults().margins(8, 4).applyTo(body);
        table = new ColumnTable(body, "kit.objects", "Objects");
        form.getToolkit().adapt(table);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(table);
        table.setModel(ObjectColumns.of(objects), 0);
        table.onSelect(rows -> select(Arrays.stream(rows).mapToObj(this::item).toList()));
        table.onShown(this::showTotals);
        totals = Ids.mark(form.getToolkit().createLabel(body, ""), "kit.totals");
        // A width of its own, or the words of a large kit would make the page wider than the editor.
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(totals);
        table.setContextMenu(ContextMenu.of(
                getSite(), "org.karlworkbench.ui.objects", table, kitEditor().selection()));
    }

    private ObjectItem item(int row) {
        return new ObjectItem(model().file(), objects.get(row));
    }

    @Override
    void refresh() {
        LinkKit read = model().objects().value();
        if (read == null || read == shown) {
            return;
        }
        shown = read;
        objects = new ArrayList<>(read.getObjects());
        table.setModel(ObjectColumns.of(objects), objects.size());
        show(wanted);
    }

    /** Selects an object; later, when the objects are not read yet. */
    void show(String name) {
        wanted = name;
        if (name == null || table == null) {
            return;
        }
        for (int row = 0; row < objects.size(); row++) {
            if (objects.get(row).getName().equals(name)) {
                table.setFilter("");
                table.select(row);
                select(List.of(item(row)));
                wanted = null;
                return;
            }
        }
    }

    private void showTotals() {
        int[] rows = table.shownRows();
        totals.setText(totals(rows, Formats::brief));
        totals.setToolTipText(totals(rows, Formats::bytes));
    }

    private String totals(int[] rows, LongFunction<String> words) {
        return Formats.plural(rows.length, "object", "objects")
                + ":  text " + words.apply(sum(rows, KitObject::getText))
                + ",  read-only data " + words.apply(sum(rows, KitObject::getRodata))
                + ",  data " + words.apply(sum(rows, KitObject::getData))
                + ",  BSS " + words.apply(sum(rows, KitObject::getBss))
                + ",  "
                + Formats.plural(sum(rows, KitObject::getFunctions), "function", "functions");
    }

    private long sum(int[] rows, ToLongFunction<KitObject> size) {
        return Arrays.stream(rows)
                .mapToLong(row -> size.applyAsLong(objects.get(row)))
                .sum();
    }

    @Override
    public void setFocus() {
        if (table != null) {
            table.setFocus();
        }
    }
}
