package org.karlworkbench.ui.relink;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.open.Selected;

/** Replays the selected relinks from their ledger entries. */
public final class ReplayHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!relinks(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        relinks(event.getApplicationContext()).forEach(relink -> new ReplayJob(relink).schedule());
        return null;
    }

    private static List<RelinkItem> relinks(Object context) {
        return Selected.items(context).stream()
                .filter(RelinkItem.class::isInstance)
                .map(RelinkItem.class::cast)
                .toList();
    }
}
