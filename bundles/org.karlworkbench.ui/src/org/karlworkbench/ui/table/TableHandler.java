package org.karlworkbench.ui.table;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.ui.Ids;

/** Does what a command says with the table that has the focus, else with the one that is nearest to it. */
public final class TableHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        Control focus = Display.getCurrent().getFocusControl();
        for (Control around = focus; around != null; around = around.getParent()) {
            ColumnTable table = visibleIn(around);
            if (table != null) {
                run(event.getCommand().getId(), table);
                return null;
            }
        }
        return null;
    }

    private static void run(String command, ColumnTable table) {
        switch (command) {
            case Ids.EXPORT_TABLE_COMMAND -> table.export();
            case Ids.TABLE_FILTERS_COMMAND -> table.tools().showFilters();
            case Ids.TABLE_GROUPS_COMMAND -> table.tools().showGroups();
            case Ids.TABLE_COLUMNS_COMMAND -> table.chooseColumns();
            default -> throw new IllegalArgumentException(command);
        }
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
