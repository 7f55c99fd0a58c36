package org.karlworkbench.ui.relink;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.open.Selected;

/** Does something with the selected relinks, of which there has to be one at least. */
public abstract class RelinksHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Selected.relinks(context).isEmpty());
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
