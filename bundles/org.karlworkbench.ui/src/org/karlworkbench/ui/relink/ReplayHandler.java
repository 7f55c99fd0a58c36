package org.karlworkbench.ui.relink;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.ui.items.RelinkItem;

/** Replays the selected relinks from their ledger entries. */
public final class ReplayHandler extends RelinksHandler {
    @Override
    protected void start(ExecutionEvent event, List<RelinkItem> relinks) {
        relinks.forEach(relink -> new ReplayJob(relink).schedule());
    }
}
