package org.karlworkbench.ui.ledger;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ledger.CleanUp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.open.KitCommand;

/** Takes old relinks of a kit away, when it has been seen which. */
public final class CleanUpHandler extends KitCommand {
    @Override
    protected void start(ExecutionEvent event, IFile kit) {
        CleanUpDialog dialog = new CleanUpDialog(HandlerUtil.getActiveShell(event), kit);
        if (dialog.open() == Window.OK) {
            new CleanUpJob(kit, dialog.plan()).schedule();
        }
    }

    private static final class CleanUpJob extends LedgerJob {
        private final CleanUp cleanUp;

        CleanUpJob(IFile kit, CleanUp cleanUp) {
            super("Cleaning Up the Ledger of " + KitFile.name(kit), "cleanup", kit);
            this.cleanUp = cleanUp;
        }

        @Override
        String work(Progress progress) throws EngineException {
            try {
                cleanUp.run(progress);
            } finally {
                RelinkFolder.refresh(kitFile()); // what has gone has gone, whatever came after it
            }
            return "Ledger of " + KitFile.name(kitFile()) + ": " + Formats.bytes(cleanUp.bytes()) + " freed";
        }
    }
}
