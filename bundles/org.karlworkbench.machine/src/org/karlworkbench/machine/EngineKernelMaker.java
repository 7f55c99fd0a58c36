package org.karlworkbench.machine;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;

/** Links kernels by the relink of this workbench. */
public final class EngineKernelMaker implements KernelMaker {
    private final Recipe recipe;

    /**
     * A maker with settings of its own.
     *
     * @param recipe the settings, such as the linker
     */
    public EngineKernelMaker(Recipe recipe) {
        this.recipe = recipe;
    }

    @Override
    public MadeKernel make(LoadedKit kit, Kind kind, Path folder, Progress progress) throws EngineException {
        Recipe settings = RecipeSettings.copy(recipe);
        if (kind == Kind.SHIPPED) {
            settings.setShuffle(false);
        }
        // what is shipped is the same everywhere, its gaps too
        Seed seed = kind == Kind.SHIPPED ? Seed.parse(kit.digest()) : Seed.random();
        RelinkResult made = Relink.run(new RelinkRequest(kit, settings, seed, folder.resolve("bsd")), progress);
        return new MadeKernel(made.kernel(), made.entry().getSha256(), made.entryFile());
    }
}
