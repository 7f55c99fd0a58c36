package org.karlworkbench.ui.ledger;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.kit.LedgerEdits;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.relink.RelinksHandler;

/** Writes a person's own words into the ledger entries of the selected relinks. */
public final class NoteHandler extends RelinksHandler {
    @Override
    protected void start(ExecutionEvent event, List<RelinkItem> relinks) {
        String what =
                relinks.size() == 1 ? relinks.getFirst().label() : Formats.plural(relinks.size(), "relink", "relinks");
        String before = relinks.getFirst().note();
        InputDialog dialog =
                new InputDialog(HandlerUtil.getActiveShell(event), "Edit Note", "Note on " + what + ":", before, null);
        if (dialog.open() == Window.OK) {
            String note = dialog.getValue().strip();
            EditJob.start("Writing a Note", relinks, file -> LedgerEdits.note(file, note));
        }
    }
}
