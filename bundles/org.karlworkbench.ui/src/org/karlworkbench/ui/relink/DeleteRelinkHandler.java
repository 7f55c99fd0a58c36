package org.karlworkbench.ui.relink;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.RelinkFolder;

/** Deletes the selected relinks, after a question: a kernel can be replayed from its ledger entry, but that goes too. */
public final class DeleteRelinkHandler extends RelinksHandler {
    @Override
    protected void start(ExecutionEvent event, List<RelinkItem> relinks) {
        Shell shell = HandlerUtil.getActiveShell(event);
        String what = relinks.size() == 1 ? relinks.getFirst().label() : relinks.size() + " relinks";
        String question = "Delete " + what + " with the ledger " + (relinks.size() == 1 ? "entry" : "entries")
                + "? This cannot be undone." + pinned(relinks);
        if (isWanted(shell, question)) {
            delete(relinks);
        }
    }

    private static String pinned(List<RelinkItem> relinks) {
        long pinned = relinks.stream().filter(RelinkItem::pinned).count();
        if (relinks.size() == 1) {
            return pinned == 0 ? "" : "\n\nIt is pinned.";
        }
        return pinned == 0 ? "" : "\n\n" + Formats.plural(pinned, "of them is pinned.", "of them are pinned.");
    }

    private static boolean isWanted(Shell shell, String question) {
        return MessageDialog.open(
                        MessageDialog.QUESTION, shell, "Delete Relink", question, SWT.NONE, "Delete", "Cancel")
                == 0;
    }

    private static void delete(List<RelinkItem> relinks) {
        Job job = Job.create("Deleting Relinks", _ -> {
            IStatus status = Status.OK_STATUS;
            for (RelinkItem relink : relinks) {
                try {
                    RelinkFolder.delete(relink);
                } catch (EngineException e) {
                    status = Problems.status(e);
                }
            }
            return status;
        });
        job.schedule();
    }
}
