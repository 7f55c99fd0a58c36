package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.ui.open.Selected;

/** Replays the selected relinks from their ledger entries. */
public final class ReplayHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Selected.relinks(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Selected.relinks(event.getApplicationContext()).forEach(relink -> new ReplayJob(relink).schedule());
        return null;
    }
}
