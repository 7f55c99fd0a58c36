package org.karlworkbench.ui.ledger;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.ui.open.Selected;

/** Does something with the ledger of the kit that is selected or edited. */
abstract class LedgerHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Selected.kit(context) != null);
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        IFile kit = Selected.kit(event.getApplicationContext());
        if (kit != null) {
            start(event, kit);
        }
        return null;
    }

    /** Starts it. */
    abstract void start(ExecutionEvent event, IFile kit);
}
