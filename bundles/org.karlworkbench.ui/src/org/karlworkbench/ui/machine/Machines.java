package org.karlworkbench.ui.machine;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineTools;
import org.karlworkbench.ui.Ids;

/** The engine's machines, and where copies of their kernels are kept to be looked at. */
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

    /** The folder for copies of kernels, of this workspace and for its owner only. */
    static Path copies() {
        return Platform.getStateLocation(Platform.getBundle(Ids.PLUGIN))
                .append("kernels")
                .toPath();
    }
}
