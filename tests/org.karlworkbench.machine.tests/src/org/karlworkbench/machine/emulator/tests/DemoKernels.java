package org.karlworkbench.machine.emulator.tests;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.LinkerTools;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.tests.Kits;

/** Relinks of the kernels that boot, and runs of them in few words. */
final class DemoKernels {
    /** The architectures of which the build makes such a kernel. */
    static final List<String> ARCHITECTURES = List.of("amd64", "i386", "arm64", "riscv64", "octeon");

    static final List<String> LINKERS = List.of("ld", "lld", "builtin");

    private DemoKernels() {}

    /** A random relink. */
    static Path relink(String architecture, Path kernel) throws EngineException {
        return relink(architecture, "builtin", Seed.random(), true, kernel);
    }

    /** A relink by a linker; with or without the second text gap. */
    static Path relink(String architecture, String linker, Seed seed, boolean gap, Path kernel) throws EngineException {
        LoadedKit kit = Kits.loaded("demo-" + architecture);
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setLinker(linker);
        if (!gap) {
            RecipeSettings.set(recipe, "gaps.text1", "0..0");
        }
        LinkerTool tool = LinkerTools.find(kit.architecture(), linker)
                .orElseThrow(() -> new AssertionError(linker + " is missing for " + architecture));
        Relink.run(new RelinkRequest(kit, recipe, seed, kernel, null, tool, null), Progress.NONE);
        return kernel;
    }

    static RunResult run(RunRequest request) throws EngineException {
        return new EmulatorRun(request, RunListener.NONE).run(Progress.NONE);
    }
}
