package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineTools;

/** {@code karl machine status}: how a machine is. Changes nothing. */
final class MachineStatusVerb extends Verb {
    private final Given<Path> root = options.neededFile("DIR", "The machine's root directory.", "--root");

    MachineStatusVerb() {
        super(
                "Tells which kernel is where, and whether the next boot relinks.",
                "Exit status 1 when the machine is dis-engaged.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        Machine machine =
                new Machine(root.get(), new MachineTools(new EngineKernelMaker(KitFactory.eINSTANCE.createRecipe())));
        return MachineAnswer.of(machine);
    }
}
