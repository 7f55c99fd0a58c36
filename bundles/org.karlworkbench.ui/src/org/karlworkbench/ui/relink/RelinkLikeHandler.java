package org.karlworkbench.ui.relink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.KitCommand;
import org.karlworkbench.ui.open.Selected;

/** Relinks a kit like the relink that is selected; where none is, like that of a ledger entry that a person chooses. */
public final class RelinkLikeHandler extends KitCommand {
    @Override
    protected void start(ExecutionEvent event, IFile kit) {
        List<RelinkItem> relinks = Selected.relinks(event.getApplicationContext());
        Path entry = relinks.isEmpty() ? ask(event, kit) : relinks.getFirst().entryFile();
        if (entry != null) {
            new RelinkLikeJob(kit, entry).schedule();
        }
    }

    private static Path ask(ExecutionEvent event, IFile kit) {
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
        dialog.setText("Relink " + KitFile.name(kit) + " Like");
        dialog.setFilterExtensions("*" + LedgerFiles.SUFFIX);
        Path relinks = KitFile.path(KitFile.relinks(kit));
        if (Files.isDirectory(relinks)) {
            dialog.setFilterPath(relinks.toString());
        }
        String chosen = dialog.open();
        return chosen == null ? null : Path.of(chosen);
    }
}
