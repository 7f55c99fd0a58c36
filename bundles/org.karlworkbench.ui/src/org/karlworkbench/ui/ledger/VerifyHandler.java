package org.karlworkbench.ui.ledger;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.open.KitCommand;
import org.karlworkbench.ui.relink.KarlConsole;

/** Checks whether all relinks of a kit are still what their entries say. */
public final class VerifyHandler extends KitCommand {
    @Override
    protected void start(ExecutionEvent event, IFile kit) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        new VerifyJob(kit, page).schedule();
    }

    private static final class VerifyJob extends LedgerJob {
        private final IWorkbenchPage page;

        VerifyJob(IFile kit, IWorkbenchPage page) {
            super("Verifying the Ledger of " + KitFile.name(kit), "verify", kit);
            this.page = page;
        }

        @Override
        String work(Progress progress) throws EngineException {
            List<EntryCheck> checks = EntryCheck.of(RelinkFolder.ledger(kitFile(), progress), true, progress);
            show(checks);
            List<String> problems =
                    checks.stream().flatMap(check -> check.problems().stream()).toList();
            problems.forEach(KarlConsole.get()::say);
            String found =
                    problems.isEmpty() ? "all as it should be" : Formats.plural(problems.size(), "problem", "problems");
            return "Ledger of " + KitFile.name(kitFile()) + ": " + Formats.plural(checks.size(), "relink", "relinks")
                    + ", " + found;
        }

        private void show(List<EntryCheck> checks) {
            var display = page.getWorkbenchWindow().getWorkbench().getDisplay();
            display.asyncExec(() -> {
                if (page.findView(Ids.LEDGER_VIEW) instanceof LedgerView view) {
                    view.show(kitFile(), checks);
                }
            });
        }
    }
}
