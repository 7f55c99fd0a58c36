package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.machine.disk.SafeDisk;
import org.karlworkbench.relink.KernelFile;

/** What a developer does to a machine: make install, cp, and re-engaging by hand (KARL.md sections D and E). */
final class DeveloperSteps {
    private final Run run;
    private final MachineFiles files;
    private KitSource source;
    private LoadedKit kit;
    private MadeKernel kernel;

    DeveloperSteps(Run run) {
        this.run = run;
        this.files = run.files();
    }

    List<Step> makeInstall(Behaviour.MakeInstall wanted) throws EngineException {
        requireKernel();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("read the kit", () -> read(wanted)));
        boolean given = wanted.kernel() != null;
        steps.add(Step.of(given ? "check the kernel" : "link the kernel", () -> settleKernel(wanted.kernel())));
        steps.add(Step.of("write the kit aside", () -> run.trees().stage(source.name(), source, run.progress())));
        String words = "put the kernel at /bsd, with its kit and checksum, and keep the old one as /obsd";
        steps.add(Step.of(words, this::install));
        return steps;
    }

    List<Step> copy(Path from) throws EngineException {
        requireKernel();
        return List.of(
                Step.of("check the kernel", () -> settleKernel(from)),
                Step.of("put it at /bsd, and leave the checksum as it is", this::copy));
    }

    List<Step> reengage() throws EngineException {
        requireKernel();
        return List.of(Step.of("write the checksum of /bsd to " + files.named(files.checksum()), this::engage));
    }

    private void requireKernel() throws EngineException {
        if (!SafeDisk.exists(files.kernel())) {
            String file = files.kernel().toString();
            throw new EngineException("no-machine", file, null, "there is no kernel", "install the machine");
        }
    }

    private void read(Behaviour.MakeInstall wanted) throws EngineException {
        source = KitSource.open(wanted.kit(), wanted.name(), run.progress());
        run.atEnd(source::close);
        BaseSet.requireName(wanted.kit(), source.name());
        kit = LoadedKit.read(source, run.progress());
        WholeKernel.requireSameMachine(files, kit);
    }

    /** A kernel that is given, or one that is linked. */
    private void settleKernel(Path given) throws EngineException {
        if (given == null) {
            kernel = run.maker().make(kit, KernelMaker.Kind.UNIQUE, run.workFolder(), run.progress());
            return;
        }
        WholeKernel.requireSameMachine(files, given);
        if (kit != null) {
            WholeKernel.requireFor(kit.architecture(), given);
        }
        kernel = new MadeKernel(given, KernelFile.sha256(given), null);
    }

    private void install() throws EngineException {
        new KernelInstallation(run)
                .install(kernel, new KernelInstallation.Change(source.name(), Intent.Swap.TREE, true));
        run.event("installed", "a developer's kernel is at /bsd, with its kit", kernel.sha256());
    }

    private void copy() throws EngineException {
        new KernelInstallation(run).copy(kernel);
        MachineStatus status = MachineStatus.of(files);
        String kind = status.engaged() ? "copied" : "dis-engaged";
        String words = "a kernel was copied over /bsd";
        run.event(kind, status.engaged() ? words : words + ": " + status.reason(), kernel.sha256());
    }

    private void engage() throws EngineException {
        WholeKernel.require(files.kernel());
        String sha256 = MachineStatus.digest(files.kernel());
        new KernelInstallation(run).engage(sha256);
        run.event("engaged", "/bsd may be relinked again", sha256);
    }
}
