package org.karlworkbench.machine;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.machine.disk.SafeDisk;

/** Makes a machine's next unique kernel from its unpacked kit, and puts it in place. */
final class UniqueKernel {
    private final Run run;
    private final MachineFiles files;
    private MadeKernel made;

    UniqueKernel(Run run) {
        this.run = run;
        this.files = run.files();
    }

    /** Unpacks the base set's archive, where one is there. */
    void unpack() throws EngineException {
        if (SafeDisk.exists(files.archive())) {
            MachineState state = MachineState.read(files);
            String kit = run.trees().unpack(state.kit(), run.progress());
            state.withKit(kit).write(files, run.disk());
        }
    }

    /** Relinks outside the machine: nothing of it is touched before the kernel is proved. */
    void relink() throws EngineException {
        String kit = KitTrees.running(files);
        if (kit == null) {
            throw new EngineException(
                    "no-kit",
                    files.trees().toString(),
                    null,
                    "nobody knows which of the kits runs",
                    "upgrade the machine, or install one by make-install");
        }
        run.beginLog(kit);
        if (SafeDisk.exists(files.changes())) {
            run.progress()
                    .say("warning: " + files.named(files.changes()) + " is not applied: only config(8) can do it");
        }
        Path folder = run.workFolder();
        try (KitSource source = KitSource.ofFolder(files.tree(kit), run.progress())) {
            LoadedKit loaded = LoadedKit.read(source, run.progress());
            WholeKernel.requireSameMachine(files, loaded);
            made = run.maker().make(loaded, KernelMaker.Kind.UNIQUE, folder, run.progress());
        }
    }

    /** Puts it in place for the next boot. */
    void install(String... words) throws EngineException {
        new KernelInstallation(run).install(made, KernelInstallation.Change.NONE);
        run.relinked();
        run.log(KitTrees.running(files), words);
        run.event("relinked", "a new unique kernel is at /bsd", made.sha256());
    }

    /** The digest of the kernel that was made. */
    String sha256() {
        return made.sha256();
    }
}
