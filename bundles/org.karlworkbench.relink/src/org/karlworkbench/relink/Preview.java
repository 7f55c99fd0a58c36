package org.karlworkbench.relink;

import java.util.ArrayList;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Translation;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/**
 * The layout that a relink gives with the built-in linker, without the kernel: fast enough to follow a setting while it is
 * dragged. For other linkers it is an estimate, see {@link Estimate}.
 *
 * @param draw order and gaps
 * @param layout where everything lies
 * @param names what the numbers in the layout mean; equal numbers mean the same as long as this object is the same
 */
public record Preview(Draw draw, LinkedLayout layout, LinkedNames names) {
    /**
     * Draws and places. What does not depend on the draw is kept while the kit is open.
     *
     * @param kit the kit
     * @param recipe the settings; which linker they name does not matter
     * @param seed the seed
     * @param progress told of the reading where the kit has to be read anew; asked for cancel
     * @return what {@link Relink#run} gives for the same arguments
     * @throws EngineException as {@link Relink#run} with the built-in linker, but for what only bytes or disks show
     */
    public static Preview of(LoadedKit kit, Recipe recipe, Seed seed, Progress progress) throws EngineException {
        Preparation.requireSound(kit);
        return of(kit, recipe, Draws.draw(kit, recipe, seed), progress);
    }

    /** Places a draw that is known. */
    static Preview of(LoadedKit kit, Recipe recipe, Draw draw, Progress progress) throws EngineException {
        BuiltInLinker linker = linker(kit, recipe, progress);
        long page = kit.architecture().randomized() ? Draws.page(kit.plan(), recipe) : 1;
        LinkedLayout layout = linker.layout(kit.linkOrder(draw.order()), draw.sections(), draw.gaps(), page);
        return new Preview(draw, layout, linker.names());
    }

    /**
     * The built-in linker of a kit, for those who place many draws. It is kept while the kit is open.
     *
     * @param kit the kit
     * @param recipe the settings; which linker they name does not matter
     * @param progress told of the reading where the kit has to be read anew; asked for cancel
     * @return a linker that several threads may use
     * @throws EngineException for a kit with errors, and with code {@code unlinkable} for what this linker does not link
     */
    public static BuiltInLinker linker(LoadedKit kit, Recipe recipe, Progress progress) throws EngineException {
        Preparation.requireSound(kit);
        Recipe builtIn = RecipeSettings.copy(recipe);
        builtIn.setLinker(LinkerTool.BUILT_IN.name());
        Translation flags = Preparation.flags(kit, builtIn, LinkerTool.BUILT_IN);
        Preparation.requireTaken(kit, flags);
        KeptLinkers.requireScript(kit, flags.script());
        LinkScript.Base base = LinkScript.Base.of(kit, builtIn);
        String script = LinkScript.text(kit.folder(), flags.script(), base, new ArrayList<>());
        return KeptLinkers.of(kit, flags.script(), script, flags.args(), progress);
    }
}
