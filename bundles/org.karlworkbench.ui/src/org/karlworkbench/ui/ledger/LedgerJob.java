package org.karlworkbench.ui.ledger;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.Outcome;

/**
 * Something that is done with a kit's whole ledger. What came of it is a sentence in console and status line; a failure
 * too, and no dialog.
 */
abstract class LedgerJob extends Job {
    private final IFile kitFile;

    LedgerJob(String name, String icon, IFile kitFile) {
        super(name);
        this.kitFile = kitFile;
        setPriority(Job.LONG);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor(icon));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    final IFile kitFile() {
        return kitFile;
    }

    /** Does it, and says in a sentence what came of it. */
    abstract String work(Progress progress) throws EngineException;

    @Override
    protected final IStatus run(IProgressMonitor monitor) {
        try {
            String line = work(new MonitorProgress(monitor, getName()));
            KarlConsole.get().head(line);
            Outcome.message(kitFile, line);
            return Status.OK_STATUS;
        } catch (EngineException | RuntimeException e) {
            return Problems.cancelled(e) ? Status.CANCEL_STATUS : Outcome.failed(getName(), e);
        }
    }
}
