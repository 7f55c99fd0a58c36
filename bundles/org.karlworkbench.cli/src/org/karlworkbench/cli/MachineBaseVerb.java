package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.machine.Behaviour;

/** {@code karl machine install} and {@code karl machine upgrade}: a base set into a root directory. */
final class MachineBaseVerb extends MachineWork {
    private final Given<List<Path>> base =
            options.neededFiles("KIT", "The kits of the base set: folders or archives.", "--base");
    private final Given<String> name = options.word("NAME", "The kit that runs; without it, the first.", "--name");
    private final Given<Path> kernel =
            options.file("FILE", "The shipped kernel; without it, the kit linked in its own order.", "--kernel");
    private final boolean upgrade;

    MachineBaseVerb(boolean upgrade) {
        super(
                upgrade
                        ? "Installs a new base set over an old machine, and makes a unique kernel of it."
                        : "Installs a base set into a folder, and makes the first unique kernel.",
                upgrade ? "The old kernel stays as /obsd. The machine is engaged afterwards, whatever it was." : "");
        this.upgrade = upgrade;
        mayLink();
    }

    @Override
    Behaviour behaviour() {
        Behaviour.Base set = new Behaviour.Base(base.get(), name.get(), kernel.get());
        return upgrade ? new Behaviour.Upgrade(set) : new Behaviour.Install(set);
    }
}
