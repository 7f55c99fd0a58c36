package org.karlworkbench.relink.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * A clean-up of a ledger: what would go, and, when it is run, goes. Entries that are pinned or cannot be read stay.
 *
 * @param removals what goes, the oldest first
 */
public record CleanUp(List<Removal> removals) {
    /** Copies the list. */
    public CleanUp {
        removals = List.copyOf(removals);
    }

    /**
     * What stays.
     *
     * @param newest so many of the newest, 0 or more
     * @param since what began at this moment or later; null for nothing because of its age
     * @param entries whether only kernels go and all entries stay, from which a replay makes the kernels again
     */
    public record Keep(int newest, Instant since, boolean entries) {
        private boolean keeps(FiledEntry filed) {
            return !filed.isReadable()
                    || filed.isPinned()
                    || since != null && !filed.date().isBefore(since);
        }
    }

    /**
     * Finds out what would go.
     *
     * @param ledger all entries, the oldest first
     * @param keep what stays
     * @param progress told of a step for each entry; asked for cancel
     * @return the clean-up, not yet run
     * @throws EngineException when a kernel cannot be read
     */
    public static CleanUp plan(List<FiledEntry> ledger, Keep keep, Progress progress) throws EngineException {
        List<FiledEntry> readable =
                ledger.stream().filter(FiledEntry::isReadable).toList();
        int older = Math.max(0, readable.size() - keep.newest());
        progress.begin("checking what would go", older);
        List<Removal> removals = new ArrayList<>();
        for (FiledEntry each : readable.subList(0, older)) {
            progress.checkCancelled();
            if (!keep.keeps(each)) {
                Removal removal = keep.entries() ? Removal.ofKernel(each) : Removal.of(each, false);
                if (!removal.files().isEmpty()) {
                    removals.add(removal);
                }
            }
            progress.worked(1);
        }
        return new CleanUp(removals);
    }

    /** How many bytes it frees. */
    public long bytes() {
        return removals.stream().mapToLong(Removal::bytes).sum();
    }

    /**
     * Takes away what the plan says.
     *
     * @param progress told of a step for each entry; asked for cancel, between two of them
     * @throws EngineException when something cannot be deleted; what came before it has gone
     */
    public void run(Progress progress) throws EngineException {
        progress.begin("cleaning up", removals.size());
        for (Removal removal : removals) {
            progress.checkCancelled();
            removal.run();
            progress.worked(1);
        }
    }
}
