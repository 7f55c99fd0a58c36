package org.karlworkbench.ui.table;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Exports the table that has the focus, else the one that is nearest to it. */
public final class ExportHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        Control focus = Display.getCurrent().getFocusControl();
        for (Control around = focus; around != null; around = around.getParent()) {
            ColumnTable table = visibleIn(around);
            if (table != null) {
                table.export();
                return null;
            }
        }
        return null;
    }

    private static ColumnTable visibleIn(Control control) {
        if (control instanceof ColumnTable table) {
            return table.isVisible() ? table : null;
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                ColumnTable table = visibleIn(child);
                if (table != null) {
                    return table;
                }
            }
        }
        return null;
    }
}
