package org.karlworkbench.debug.trial;

import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.Repeat;

/** Links kernels to be tried, each in the place of the one before it. */
public final class TrialLinker {
    private static final String BUILT_IN = "builtin";

    private final LoadedKit kit;
    private final Recipe recipe;
    private final Path kernel;

    /**
     * A linker.
     *
     * @param kit the kit
     * @param recipe the settings, with the linker
     * @param folder where the kernel goes
     */
    public TrialLinker(LoadedKit kit, Recipe recipe, Path folder) {
        this.kit = kit;
        this.recipe = RecipeSettings.copy(recipe);
        this.kernel = folder.resolve("bsd");
    }

    /**
     * The same settings with the linker that is built in, where that links the kit: it is the fastest.
     *
     * @param kit the kit
     * @param recipe the settings
     * @param progress told of the reading; asked for cancel
     * @return new settings
     * @throws EngineException if the kit cannot be linked at all
     */
    public static Recipe fastest(LoadedKit kit, Recipe recipe, Progress progress) throws EngineException {
        Recipe fast = RecipeSettings.copy(recipe);
        if (placer(kit, recipe, progress) != null) {
            fast.setLinker(BUILT_IN);
        }
        return fast;
    }

    /**
     * The built-in linker of a kit, which places draws without linking them.
     *
     * @param kit the kit
     * @param recipe the settings
     * @param progress told of the reading; asked for cancel
     * @return the linker; null where it does not link the kit
     * @throws EngineException if the kit cannot be linked at all
     */
    public static BuiltInLinker placer(LoadedKit kit, Recipe recipe, Progress progress) throws EngineException {
        try {
            return BuiltInLinker.links(kit.architecture()) ? Preview.linker(kit, recipe, progress) : null;
        } catch (EngineException e) {
            if ("unlinkable".equals(e.code())) {
                return null; // other linkers may, only slower
            }
            throw e;
        }
    }

    /**
     * Links a draw.
     *
     * @param seed the seed that goes into the entry
     * @param repeat order, gaps and pad; null where the seed decides
     * @param progress asked for cancel
     * @return the kernel, good until the next one is linked
     * @throws EngineException as {@link Relink#run}
     */
    public Path link(Seed seed, Repeat repeat, Progress progress) throws EngineException {
        RelinkRequest request = new RelinkRequest(kit, recipe, seed, repeat, kernel, null, null, null);
        Relink.run(request, Progress.silent(progress::cancelled));
        return kernel;
    }

    /**
     * A draw with other order and gaps, in all else the same relink.
     *
     * @param like pad word, page and flags
     * @param draw order and gaps
     * @return what {@link #link} takes
     */
    public static Repeat repeat(Repeat like, Draw draw) {
        return new Repeat(draw, like.pad(), like.page(), null);
    }
}
