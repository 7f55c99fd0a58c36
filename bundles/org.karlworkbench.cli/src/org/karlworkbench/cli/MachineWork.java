package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineTools;
import org.karlworkbench.machine.Plan;

/** A verb that changes a machine. */
abstract class MachineWork extends Verb {
    private final Given<Path> root = options.neededFile("DIR", "The machine's root directory.", "--root");
    private final Given<Boolean> dryRun = options.flag("Only tell the steps that it would take.", "--dry-run");
    private Given<String> linker;

    MachineWork(String description, String footer) {
        super(description, footer);
    }

    /** For verbs that link. */
    final void mayLink() {
        linker = options.word("LINKER", "ld, lld or builtin; without it, the architecture's own.", "--linker");
    }

    /** What is asked for. */
    abstract Behaviour behaviour() throws UsageException;

    /** Whether the answer is no when the machine is dis-engaged. */
    boolean asksForEngagement() {
        return false;
    }

    @Override
    final Answer answer(Progress progress) throws EngineException, UsageException {
        Behaviour behaviour = behaviour();
        Interrupt.arm();
        Machine machine = new Machine(root.get(), new MachineTools(new EngineKernelMaker(recipe())));
        Plan plan = machine.plan(behaviour);
        if (dryRun.get()) {
            return MachineAnswer.of(plan, machine);
        }
        return MachineAnswer.of(machine.root(), plan.run(progress), asksForEngagement());
    }

    private Recipe recipe() throws UsageException {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        if (linker != null && linker.isThere()) {
            recipe.setLinker(linker.get());
        }
        for (var problem : RecipeCheck.problems(recipe).entrySet()) {
            throw new UsageException(problem.getKey() + ": " + problem.getValue(), "use ld, lld or builtin");
        }
        return recipe;
    }
}
