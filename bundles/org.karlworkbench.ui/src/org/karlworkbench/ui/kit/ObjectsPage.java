package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.ui.items.ObjectItem;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.table.ColumnTable;

/** The page with all objects of the kit, to be sorted, filtered and grouped, with the totals. */
final class ObjectsPage extends KitPage {
    static final String ID = "objects";

    private ColumnTable table;
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
        table.setGroupings(ObjectColumns.groupings(row -> objects.get(row)));
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

    @Override
    public void setFocus() {
        if (table != null) {
            table.setFocus();
        }
    }
}
