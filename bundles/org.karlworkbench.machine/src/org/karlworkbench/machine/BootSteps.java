package org.karlworkbench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * A boot: what {@code /etc/rc} and {@code reorder_kernel} do (KARL.md section E), in their order. The kit is unpacked
 * before the checksum is looked at.
 */
final class BootSteps {
    private final Run run;
    private final MachineFiles files;
    private final UniqueKernel unique;

    BootSteps(Run run) {
        this.run = run;
        this.files = run.files();
        this.unique = new UniqueKernel(run);
    }

    List<Step> steps() throws EngineException {
        if (!SafeDisk.exists(files.kernel())) {
            throw new EngineException(
                    "no-machine", files.kernel().toString(), null, "there is no kernel to boot", "install the machine");
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("take /bsd for the kernel that is booted, and link it to /bsd.booted", this::boot));
        if (SafeDisk.exists(files.archive())) {
            steps.add(Step.of("unpack the kit that runs from " + files.named(files.archive()), unique::unpack));
        }
        String checksum = files.named(files.checksum());
        if (!MachineStatus.of(files).engaged()) {
            steps.add(new Step("check /bsd by " + checksum + ": dis-engaged, nothing is relinked", false, this::gate));
            return steps;
        }
        steps.add(new Step("check /bsd by " + checksum, false, this::gate));
        steps.add(Step.of("relink the kit that runs, and account for every byte", unique::relink));
        steps.add(Step.of("put the new kernel at /bsd for the next boot", this::install));
        steps.add(Step.of("keep the draws of the last booted kernels", () -> new KernelLedger(run).prune()));
        return steps;
    }

    private void boot() throws EngineException {
        requireWhole();
        closeToOthers();
        String kernel = MachineStatus.digest(files.kernel());
        run.disk().link(files.kernel(), files.booted());
        MachineState.read(files).withBooted(kernel).write(files, run.disk());
        run.event("booted", "/bsd is booted", kernel);
    }

    private void requireWhole() throws EngineException {
        try {
            WholeKernel.require(files.kernel());
        } catch (EngineException e) {
            String cure = "copy /bsd.booted or /obsd over it, or upgrade the machine";
            throw new EngineException("bad-kernel", e.file(), e.place(), e.getMessage(), cure, e);
        }
    }

    /** As /etc/rc does: nobody else may read the order from it. */
    private void closeToOthers() throws EngineException {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(files.kernel());
            Set<PosixFilePermission> owner = PosixFilePermissions.fromString(MachineFiles.KERNEL_MODE);
            if (!owner.containsAll(mode)) {
                mode.retainAll(owner);
                run.disk().disk().changeMode(files.kernel(), PosixFilePermissions.toString(mode));
                run.disk().disk().sync(files.kernel());
            }
        } catch (IOException e) {
            throw EngineException.io(files.kernel(), e);
        }
    }

    private boolean gate() throws EngineException {
        MachineStatus status = MachineStatus.of(files);
        if (status.engaged()) {
            return true;
        }
        run.event("dis-engaged", status.reason(), status.kernelSha256());
        if (status.kit() != null) {
            run.log(
                    status.kit(),
                    "Failed to verify /bsd's checksum, therefore a randomly linked kernel (KARL) is not being built. "
                            + "KARL can be re-enabled for next boot by issuing as root:",
                    "sha256 -h " + files.named(files.checksum()) + " /bsd",
                    "(" + status.reason() + ")");
        }
        return false;
    }

    private void install() throws EngineException {
        String line = Checksum.line(unique.sha256());
        unique.install("Kernel has been relinked and is active on next reboot.", line);
    }
}
