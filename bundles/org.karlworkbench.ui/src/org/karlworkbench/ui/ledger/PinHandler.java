package org.karlworkbench.ui.ledger;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.open.Selected;

/** Pins the selected relinks, or, when all of them are pinned, lets them go again. */
public final class PinHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(!Selected.relinks(context).isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        List<RelinkItem> relinks = Selected.relinks(event.getApplicationContext());
        boolean pin = !relinks.stream().allMatch(RelinkItem::pinned);
        EditJob.start(pin ? "Pinning" : "Unpinning", relinks, file -> LedgerEdits.pin(file, pin));
        return null;
    }
}
