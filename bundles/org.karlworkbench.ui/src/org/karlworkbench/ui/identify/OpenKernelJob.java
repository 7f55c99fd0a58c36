package org.karlworkbench.ui.identify;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.debug.memory.Identified;
import org.karlworkbench.debug.memory.Identified.Verdict;
import org.karlworkbench.debug.memory.Identifier;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.kernel.KernelCopies;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.open.AfterDialogs;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.KarlJob;

/** Opens the kernel that a dump ran: the relink's own, one that is replayed where it is gone, or one that is recovered. */
final class OpenKernelJob extends KarlJob {
    private final Path dump;
    private final DumpSearch.Found found;
    private final IWorkbenchPage page;

    OpenKernelJob(Path dump, DumpSearch.Found found, IWorkbenchPage page) {
        super("Fetching the Kernel of " + dump.getFileName(), "kernel");
        this.dump = dump;
        this.found = found;
        this.page = page;
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        Path kernel = kernel(progress);
        console.head(dump.getFileName() + " ran " + kernel);
        AfterDialogs.run(PlatformUI.getWorkbench().getDisplay(), () -> Opener.kernel(page, kernel));
    }

    private Path kernel(MonitorProgress progress) throws EngineException {
        Identified identified = found.identified();
        if (identified.verdict() != Verdict.RECOVERED) {
            return KernelCopies.kernel(Path.of(identified.candidates().getFirst()), progress);
        }
        IFile kit = found.kit();
        Path kernel = RelinkFolder.next(kit);
        Identifier.run(dump, null, Kits.get().read(kit, progress), null, kernel, progress);
        RelinkFolder.refresh(kit);
        return kernel;
    }
}
