package org.karlworkbench.ui.table;

import java.util.function.Consumer;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;

/** What mouse and keys do to the rows of a table, whatever grid it has at the moment: open, drag, ask for a menu or the whole text. */
final class TableHands {
    private static final int TOOLTIP_MILLIS = 500;

    private final Runnable open;
    private final Consumer<Boolean> openGroup;
    private NatTable table;
    private Menu menu;
    private ISelectionProvider dragged;

    /**
     * Has no grid yet.
     *
     * @param open opens what is selected
     * @param openGroup opens (true) or closes the group whose heading is selected
     */
    TableHands(Runnable open, Consumer<Boolean> openGroup) {
        this.open = open;
        this.openGroup = openGroup;
    }

    /** Takes hold of another grid. */
    void take(NatTable grid) {
        table = grid;
        table.getUiBindingRegistry()
                .registerFirstDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (_, _) -> open.run());
        key(SWT.CR, open);
        key(SWT.ARROW_LEFT, () -> openGroup.accept(false));
        key(SWT.ARROW_RIGHT, () -> openGroup.accept(true));
        if (dragged != null) {
            RowDrag.of(table, dragged);
        }
        // the whole text of a cell that is too narrow for it
        new NatTableContentTooltip(table, GridRegion.BODY).setPopupDelay(TOOLTIP_MILLIS);
        showMenu();
    }

    private void key(int code, Runnable action) {
        table.getUiBindingRegistry()
                .registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, code), (_, _) -> action.run());
    }

    /** Lets go of the grid before it is disposed, or the menu would be with it. */
    void leave() {
        table.setMenu(null);
    }

    void setMenu(Menu newMenu) {
        menu = newMenu;
        showMenu();
    }

    private void showMenu() {
        if (table != null && menu != null && menu.getParent() == table.getShell()) {
            table.setMenu(menu);
        }
    }

    /** Lets the rows of the next grid be dragged out. */
    void setDragged(ISelectionProvider items) {
        dragged = items;
    }
}
