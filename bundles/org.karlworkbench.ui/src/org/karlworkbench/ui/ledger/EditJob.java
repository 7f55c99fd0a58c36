package org.karlworkbench.ui.ledger;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kits.RelinkFolder;

/** Changes ledger entries, and makes the workbench see it. */
final class EditJob {
    private EditJob() {}

    /** A change of one entry. */
    interface Edit {
        void of(Path entryFile) throws EngineException;
    }

    static void start(String name, List<RelinkItem> relinks, Edit edit) {
        Job job = Job.create(name, _ -> {
            IStatus status = Status.OK_STATUS;
            for (RelinkItem relink : relinks) {
                try {
                    edit.of(relink.entryFile());
                } catch (EngineException e) {
                    status = Problems.status(e);
                }
            }
            relinks.stream().map(RelinkItem::kitFile).distinct().forEach(RelinkFolder::refresh);
            return status;
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }
}
