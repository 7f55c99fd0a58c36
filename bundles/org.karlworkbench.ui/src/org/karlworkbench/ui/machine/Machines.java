package org.karlworkbench.ui.machine;

import java.nio.file.Path;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineTools;

/** The engine's machines. */
final class Machines {
    private Machines() {}

    /** A machine whose kernels are linked by a linker; null for the architecture's own. */
    static Machine at(Path root, String linker) {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        if (linker != null) {
            recipe.setLinker(linker);
        }
        return new Machine(root, new MachineTools(new EngineKernelMaker(recipe)));
    }
}
