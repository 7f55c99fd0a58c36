package org.karlworkbench.cli;

import org.karlworkbench.machine.Behaviour;

/** {@code karl machine boot}: what stands at /bsd is booted, and the next unique kernel is made. */
final class MachineBootVerb extends MachineWork {
    MachineBootVerb() {
        super(
                "Boots what stands at /bsd, and makes the next unique kernel.",
                "Exit status 1 when the machine is dis-engaged: nothing is relinked then.");
        mayLink();
    }

    @Override
    Behaviour behaviour() {
        return new Behaviour.Boot();
    }

    @Override
    boolean asksForEngagement() {
        return true;
    }
}
