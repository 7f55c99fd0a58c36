package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.machine.Behaviour;

/** {@code karl machine make-install}: a developer's own kernel, with its kit. */
final class MakeInstallVerb extends MachineWork {
    private final Given<Path> kit = options.neededFile("KIT", "The kit that the kernel is made of.", "--kit");
    private final Given<String> name = options.word("NAME", "Which kit, where KIT holds several.", "--name");
    private final Given<Path> kernel =
            options.file("FILE", "The kernel; without it, one is linked from the kit.", "--kernel");

    MakeInstallVerb() {
        super(
                "Installs a developer's own kernel, its kit and its checksum.",
                "The old kernel stays as /obsd. The next boot relinks the new one.");
        mayLink();
    }

    @Override
    Behaviour behaviour() {
        return new Behaviour.MakeInstall(kit.get(), name.get(), kernel.get());
    }
}
