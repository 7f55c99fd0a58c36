package org.karlworkbench.ui.relink;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;

/** Finds the linker that a recipe asks for. */
final class Linkers {
    private Linkers() {}

    static LinkerTool of(LoadedKit kit, Recipe recipe) throws EngineException {
        Architecture architecture = kit.architecture();
        String name = recipe.getLinker();
        return LinkerTools.find(architecture, name)
                .orElseThrow(() -> new EngineException(
                        "missing-linker",
                        kit.folder().toString(),
                        null,
                        "no linker for " + architecture.name() + " is on the PATH"
                                + (name == null || name.isEmpty() ? "" : " that is called " + name),
                        LinkerTools.debianPackage(architecture, name)
                                .map(brings -> "install Debian's package " + brings)
                                .orElse("no linker on this system can link " + architecture.name())));
    }
}
