package org.karlworkbench.ui.ledger;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.relink.RelinksHandler;

/** Pins the selected relinks, or, when all of them are pinned, lets them go again. */
public final class PinHandler extends RelinksHandler {
    @Override
    protected void start(ExecutionEvent event, List<RelinkItem> relinks) {
        boolean pin = !relinks.stream().allMatch(RelinkItem::pinned);
        EditJob.start(pin ? "Pinning" : "Unpinning", relinks, file -> LedgerEdits.pin(file, pin));
    }
}
