package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;
import org.karlworkbench.relink.ledger.FiledEntry;
import org.karlworkbench.relink.ledger.Ledgers;

/**
 * The draws of a machine's kernels: of those that are there, and of the last that were booted, so that the core dump of
 * one that crashed can still be matched. The original throws its order away at the next relink.
 */
final class KernelLedger {
    private static final int DIGITS = 16;

    private final Run run;
    private final MachineFiles files;
    private final SafeDisk disk;

    KernelLedger(Run run) {
        this.run = run;
        this.files = run.files();
        this.disk = run.disk();
    }

    /** Where the entry of a kernel is, or would be. */
    static Path entryOf(MachineFiles files, String sha256) {
        return files.ledger().resolve(sha256.substring(0, DIGITS) + LedgerFiles.SUFFIX);
    }

    /** Files a kernel's entry before the kernel itself is there; returns the entry's name. */
    String keep(MadeKernel kernel) throws EngineException {
        String name = kernel.sha256().substring(0, DIGITS);
        Path place = entryOf(files, kernel.sha256());
        Path placesPlace = LedgerFiles.placesOf(place);
        LedgerEntry entry = LedgerFiles.read(kernel.entry());
        Path places = kernel.entry().resolveSibling(entry.getPlaces());
        // a root may be moved
        entry.setKernel(files.ledger().relativize(files.kernel()).toString());
        entry.setPlaces(placesPlace.getFileName().toString());
        Path written = run.workFolder().resolve(place.getFileName());
        LedgerFiles.write(written, entry);
        disk.folder(files.ledger(), MachineFiles.PRIVATE_FOLDER);
        disk.put(placesPlace, Content.of(places), MachineFiles.PRIVATE_FILE);
        disk.put(place, Content.of(written), MachineFiles.PRIVATE_FILE);
        return name;
    }

    /** Removes the draws of kernels that are not there and were not booted lately; pinned ones stay. */
    void prune() throws EngineException {
        Set<String> kept = new HashSet<>(MachineState.read(files).booted());
        kept.add(MachineStatus.digest(files.kernel()));
        kept.add(MachineStatus.digest(files.booted()));
        kept.add(MachineStatus.digest(files.oldKernel()));
        for (FiledEntry filed : Ledgers.read(files.ledger(), Progress.NONE)) {
            if (filed.isReadable()
                    && !filed.isPinned()
                    && !kept.contains(filed.entry().getSha256())) {
                remove(filed.file());
            }
        }
    }

    private void remove(Path entry) throws EngineException {
        disk.removeIfThere(LedgerFiles.placesOf(entry));
        disk.removeForGood(entry);
    }

    /** Removes what an interrupted run left. */
    static void tidy(MachineFiles files, SafeDisk disk) throws EngineException {
        for (Path entry : SafeDisk.entries(files.ledger())) {
            if (entry.getFileName().toString().startsWith(".")) {
                disk.removeIfThere(entry);
            }
        }
    }
}
