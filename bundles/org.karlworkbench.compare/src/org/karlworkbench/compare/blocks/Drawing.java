package org.karlworkbench.compare.blocks;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedLayout;

/**
 * Draws of one kit and recipe, and the layouts that they give. Several threads may use it.
 *
 * @param linker the built-in linker of both
 * @param kit the kit
 * @param recipe the settings
 * @param draws gives a draw for each seed
 * @param page the page size in bytes; 1 where the architecture has no gaps
 */
public record Drawing(BuiltInLinker linker, LoadedKit kit, Recipe recipe, Draws draws, long page) {
    /**
     * Prepares draws.
     *
     * @param linker the built-in linker of the kit and recipe
     * @param kit the kit
     * @param recipe the settings
     * @throws EngineException for a recipe that cannot work
     */
    public static Drawing of(BuiltInLinker linker, LoadedKit kit, Recipe recipe) throws EngineException {
        long page = kit.architecture().randomized() ? Draws.page(kit.plan(), recipe) : 1;
        return new Drawing(linker, kit, recipe, Draws.of(kit, recipe), page);
    }

    /**
     * One draw.
     *
     * @param seed the seed
     * @throws EngineException as {@link Draws#draw(Seed)}
     */
    public Draw draw(Seed seed) throws EngineException {
        return draws.draw(seed);
    }

    /**
     * Where a draw puts everything.
     *
     * @param draw a draw of this kit and recipe
     * @throws EngineException as a relink with the built-in linker, but for what only bytes or disks show
     */
    public LinkedLayout layout(Draw draw) throws EngineException {
        return layout(draw, draw.gaps());
    }

    /**
     * Where the order of a draw puts everything behind other gaps.
     *
     * @param draw a draw of this kit and recipe
     * @param gaps the gaps
     * @throws EngineException as a relink with the built-in linker, but for what only bytes or disks show
     */
    public LinkedLayout layout(Draw draw, Gaps gaps) throws EngineException {
        return linker.layout(kit.linkOrder(draw.order()), draw.sections(), gaps, page);
    }
}
