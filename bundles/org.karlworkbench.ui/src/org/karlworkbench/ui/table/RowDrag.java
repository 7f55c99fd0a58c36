package org.karlworkbench.ui.table;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;

/** Lets what is selected in a table be dragged out of its rows; headings are dragged for their own ends. */
final class RowDrag extends DragSourceAdapter {
    private final NatTable table;
    private final ISelectionProvider items;

    private RowDrag(NatTable table, ISelectionProvider items) {
        this.table = table;
        this.items = items;
    }

    static void of(NatTable table, ISelectionProvider items) {
        table.addDragSupport(
                DND.DROP_COPY, new Transfer[] {LocalSelectionTransfer.getTransfer()}, new RowDrag(table, items));
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        event.doit = !items.getSelection().isEmpty()
                && table.getRegionLabelsByXY(event.x, event.y) != null
                && table.getRegionLabelsByXY(event.x, event.y).hasLabel(GridRegion.BODY);
        if (event.doit) {
            LocalSelectionTransfer.getTransfer().setSelection(items.getSelection());
        }
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        LocalSelectionTransfer.getTransfer().setSelection(null);
    }
}
