package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kernel.ReadJob;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.open.KitCommand;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.relink.Outcome;

/** Searches what makes a test fail, between two relinks of the kit; two that are selected are proposed. */
public final class BisectHandler extends KitCommand {
    @Override
    protected void start(ExecutionEvent event, IFile kit) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        List<Path> selected = Selected.relinks(event.getApplicationContext()).stream()
                .map(RelinkItem::entryFile)
                .toList();
        new ReadJob<List<FiledEntry>>(
                        "Reading the Ledger of " + KitFile.name(kit),
                        page.getWorkbenchWindow().getShell(),
                        progress -> RelinkFolder.ledger(kit, progress),
                        ledger -> BisectWizard.open(page, kit, ledger, selected),
                        words -> Outcome.message(kit, words))
                .schedule();
    }
}
