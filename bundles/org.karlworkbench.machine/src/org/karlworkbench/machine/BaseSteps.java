package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;
import org.karlworkbench.relink.KernelFile;

/**
 * Install and upgrade: what the installer does at its end (KARL.md section E, finish_up). The shipped kernel is in place
 * and engaged before the first unique kernel is made, so that a failure there leaves a machine that works.
 */
final class BaseSteps {
    private final Run run;
    private final Behaviour.Base base;
    private final boolean upgrade;
    private final MachineFiles files;
    private final UniqueKernel unique;
    private BaseSet set;
    private MadeKernel shipped;

    BaseSteps(Run run, Behaviour.Base base, boolean upgrade) {
        this.run = run;
        this.base = base;
        this.upgrade = upgrade;
        this.files = run.files();
        this.unique = new UniqueKernel(run);
    }

    List<Step> steps() throws EngineException {
        requirePlace();
        String ship = base.kernel() == null ? "link the shipped kernel, in the kit's own order" : "check the kernel";
        String old = upgrade ? ", and keep the old one as /obsd" : "";
        return List.of(
                Step.ahead("read the kits of the base set", this::read),
                Step.ahead(ship, this::ship),
                Step.of("write " + files.named(files.archive()) + " aside", this::pack),
                Step.of("put the shipped kernel at /bsd, with its checksum" + old, this::install),
                Step.of("unpack the kit that runs", unique::unpack),
                Step.of("relink it, and account for every byte", unique::relink),
                Step.of("put the unique kernel at /bsd", this::installUnique));
    }

    private void requirePlace() throws EngineException {
        boolean there = SafeDisk.exists(files.kernel());
        String kernel = files.kernel().toString();
        if (there && !upgrade) {
            throw new EngineException("machine-exists", kernel, null, "is there already", "upgrade the machine");
        }
        if (!there && upgrade) {
            throw new EngineException("no-machine", kernel, null, "there is no kernel", "install the machine");
        }
    }

    private void read() throws EngineException {
        set = BaseSet.open(base, run.progress());
        run.atEnd(set::close);
        WholeKernel.requireSameMachine(files, set.kit());
    }

    private void ship() throws EngineException {
        Path kernel = base.kernel();
        if (kernel == null) {
            shipped = run.maker().make(set.kit(), KernelMaker.Kind.SHIPPED, run.workFolder(), run.progress());
        } else {
            WholeKernel.requireFor(set.kit().architecture(), kernel);
            shipped = new MadeKernel(kernel, KernelFile.sha256(kernel), null);
        }
    }

    private void pack() throws EngineException {
        Path packed = run.workFolder().resolve("kernel.tgz");
        set.pack(packed, run.progress());
        run.disk().stage(files.archive(), Content.of(packed), MachineFiles.COMMON_FILE);
        run.disk().disk().sync(files.archive().getParent()); // the intent relies on its name
    }

    private void install() throws EngineException {
        new KernelInstallation(run)
                .install(shipped, new KernelInstallation.Change(set.running(), Intent.Swap.ARCHIVE, upgrade));
        String words = upgrade ? "a new base set is installed over the old one" : "the machine is installed";
        run.event("installed", words, shipped.sha256());
    }

    private void installUnique() throws EngineException {
        unique.install("Relinking to create unique kernel... done.", Checksum.line(unique.sha256()));
    }
}
