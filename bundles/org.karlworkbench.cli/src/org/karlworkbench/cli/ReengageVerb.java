package org.karlworkbench.cli;

import org.karlworkbench.machine.Behaviour;

/** {@code karl machine reengage}: what stands at /bsd may be relinked again. */
final class ReengageVerb extends MachineWork {
    ReengageVerb() {
        super("Writes the checksum of /bsd, so that the next boot relinks again.", "");
    }

    @Override
    Behaviour behaviour() {
        return new Behaviour.Reengage();
    }
}
