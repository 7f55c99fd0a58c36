package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.machine.Behaviour;

/** {@code karl machine cp}: a kernel copied over /bsd, which dis-engages. */
final class MachineCopyVerb extends MachineWork {
    private final Given<Path> kernel = options.neededFile("FILE", "The kernel to copy.", "--kernel");

    MachineCopyVerb() {
        super(
                "Copies a kernel over /bsd: nothing is relinked from then on.",
                "make-install, upgrade and reengage engage again.");
    }

    @Override
    Behaviour behaviour() {
        return new Behaviour.CopyKernel(kernel.get());
    }
}
