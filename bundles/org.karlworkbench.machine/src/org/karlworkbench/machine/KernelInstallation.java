package org.karlworkbench.machine;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;
import org.karlworkbench.relink.KernelFile;

/**
 * Puts a kernel at {@code /bsd} together with its checksum. The original renames, then writes the checksum, and is
 * dis-engaged when it is stopped between the two; here an {@link Intent} bridges them.
 */
final class KernelInstallation {
    private final Run run;
    private final MachineFiles files;
    private final SafeDisk disk;

    KernelInstallation(Run run) {
        this.run = run;
        this.files = run.files();
        this.disk = run.disk();
    }

    /**
     * What changes with the kernel.
     *
     * @param kit the kit that runs from now on; null for the same as before
     * @param swap what stands beside its place and goes there
     * @param keepOld whether the kernel that was there stays as /obsd
     */
    record Change(String kit, Intent.Swap swap, boolean keepOld) {
        static final Change NONE = new Change(null, Intent.Swap.NONE, false);
    }

    /** Installs a kernel and engages. */
    void install(MadeKernel kernel, Change change) throws EngineException {
        String entry = kernel.entry() == null ? null : new KernelLedger(run).keep(kernel);
        stage(kernel);
        String before = MachineStatus.digest(files.kernel());
        Intent intent = new Intent(before, kernel.sha256(), entry, change.kit(), change.swap());
        intent.write(files, disk);
        if (change.keepOld() && before != null && !before.equals(kernel.sha256())) {
            disk.disk().link(files.kernel(), SafeDisk.beside(files.oldKernel()));
        }
        disk.settle(files.kernel());
        complete(intent);
    }

    /** Puts a kernel there and leaves the checksum as it is: another kernel is dis-engaged by that. */
    void copy(MadeKernel kernel) throws EngineException {
        stage(kernel);
        disk.settle(files.kernel());
    }

    /** A kernel that is whole on the disk, beside its place. */
    private void stage(MadeKernel kernel) throws EngineException {
        Path staged = disk.stage(files.kernel(), Content.of(kernel.file()), MachineFiles.KERNEL_MODE);
        if (!KernelFile.sha256(staged).equals(kernel.sha256())) {
            disk.removeIfThere(staged);
            throw new EngineException(
                    "bad-copy",
                    files.kernel().toString(),
                    null,
                    "what was written is not what is read again",
                    "check the disk");
        }
    }

    /** All that follows once the kernel is there. It can be done again, wherever it was stopped. */
    void complete(Intent intent) throws EngineException {
        Path old = SafeDisk.beside(files.oldKernel());
        if (SafeDisk.exists(old)) {
            disk.settle(files.oldKernel());
            disk.removeIfThere(old); // renaming one name of a file to another does nothing
        }
        swap(intent);
        if (intent.kit() != null) {
            MachineState.read(files).withKit(intent.kit()).write(files, disk);
        }
        engage(intent.after());
        Intent.drop(files, disk);
    }

    private void swap(Intent intent) throws EngineException {
        switch (intent.swap()) {
            case ARCHIVE -> {
                if (SafeDisk.exists(SafeDisk.beside(files.archive()))) {
                    disk.settle(files.archive());
                }
            }
            case TREE -> {
                run.trees().swapIn(intent.kit());
                disk.removeForGood(files.archive());
            }
            case NONE -> {}
        }
    }

    /** Writes the checksum of a kernel, so that it may be relinked. */
    void engage(String sha256) throws EngineException {
        disk.put(files.checksum(), Content.of(Checksum.line(sha256) + "\n"), MachineFiles.PRIVATE_FILE);
    }
}
