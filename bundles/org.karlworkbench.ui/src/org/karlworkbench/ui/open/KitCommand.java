package org.karlworkbench.ui.open;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;

/** Does something with the kit that is selected or edited. */
public abstract class KitCommand extends SelectionHandler {
    @Override
    protected boolean isFor(Object context) {
        return Selected.kit(context) != null;
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        IFile kit = Selected.kit(event.getApplicationContext());
        if (kit != null) {
            start(event, kit);
        }
        return null;
    }

    /**
     * Starts it.
     *
     * @param event what led to it
     * @param kit the kit's file
     */
    protected abstract void start(ExecutionEvent event, IFile kit);
}
