package org.karlworkbench.machine;

import java.util.Objects;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/** What every run does first: finds out how far an earlier one came that did not come to its end. */
final class Recovery {
    private final Run run;
    private final MachineFiles files;
    private final SafeDisk disk;

    Recovery(Run run) {
        this.run = run;
        this.files = run.files();
        this.disk = run.disk();
    }

    void run() throws EngineException {
        if (SafeDisk.exists(files.intent())) {
            settle(Intent.read(files));
        }
        tidy();
    }

    /** /bsd itself tells whether the kernel was put there. */
    private void settle(Intent intent) throws EngineException {
        String kernel = MachineStatus.digest(files.kernel());
        if (intent != null && intent.after().equals(kernel)) {
            new KernelInstallation(run).complete(intent);
            report("completed", "an interrupted change of /bsd is completed", kernel);
            return;
        }
        boolean old = intent != null && Objects.equals(intent.before(), kernel);
        Intent.drop(files, disk);
        if (old) {
            report("cancelled", "an interrupted change of /bsd is cancelled", kernel);
        } else {
            report("cancelled", "/bsd is neither the old nor the new kernel of an interrupted change", kernel);
        }
    }

    private void report(String kind, String words, String kernel) throws EngineException {
        run.event(kind, words, kernel);
        run.done(words);
    }

    private void tidy() throws EngineException {
        disk.removeIfThere(SafeDisk.beside(files.kernel()));
        disk.removeIfThere(SafeDisk.beside(files.oldKernel()));
        disk.removeIfThere(SafeDisk.beside(files.booted()));
        disk.removeIfThere(SafeDisk.beside(files.checksum()));
        disk.removeIfThere(SafeDisk.beside(files.archive()));
        disk.removeIfThere(SafeDisk.beside(files.state()));
        disk.removeIfThere(SafeDisk.beside(files.intent()));
        KernelLedger.tidy(files, disk);
        run.trees().tidy();
    }
}
