package org.karlworkbench.ui.kernel;

import org.eclipse.ui.IMemento;
import org.eclipse.ui.INavigationLocation;
import org.eclipse.ui.NavigationLocation;

/** A place in a kernel, to come back to: what was selected there. */
final class KernelLocation extends NavigationLocation {
    private final RowTable table;
    private final int row;

    KernelLocation(KernelEditor editor, RowTable table, int row) {
        super(editor);
        this.table = table;
        this.row = row;
    }

    @Override
    public String getText() {
        return getEditorPart() == null ? "" : getEditorPart().getTitle();
    }

    @Override
    public void saveState(IMemento memento) {
        // places are not kept when the workbench ends
    }

    @Override
    public void restoreState(IMemento memento) {
        // as above
    }

    @Override
    public void restoreLocation() {
        if (getEditorPart() instanceof KernelEditor editor) {
            editor.show(table, row);
        }
    }

    @Override
    public boolean mergeInto(INavigationLocation current) {
        return current instanceof KernelLocation other && other.table == table && other.row == row;
    }

    @Override
    public void update() {
        // the place stays the same
    }
}
