package org.karlworkbench.ui.relink;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.SelectionHandler;

/** Does something with the selected relinks, of which there has to be one at least. */
public abstract class RelinksHandler extends SelectionHandler {
    @Override
    protected boolean isFor(Object context) {
        return !Selected.relinks(context).isEmpty();
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        List<RelinkItem> relinks = Selected.relinks(event.getApplicationContext());
        if (!relinks.isEmpty()) {
            start(event, relinks);
        }
        return null;
    }

    /**
     * Starts it.
     *
     * @param event what led to it
     * @param relinks the selected relinks, one or more
     */
    protected abstract void start(ExecutionEvent event, List<RelinkItem> relinks);
}
