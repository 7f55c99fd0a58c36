package org.karlworkbench.compare.lab;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedLayout;

/**
 * Draws of one kit and recipe, and the layouts that they give. Several threads may use it.
 *
 * @param linker the built-in linker of both
 * @param draws gives a draw for each seed
 * @param page the page size in bytes
 */
record Drawing(BuiltInLinker linker, LoadedKit kit, Recipe recipe, Draws draws, long page) {
    static Drawing of(BuiltInLinker linker, LoadedKit kit, Recipe recipe) throws EngineException {
        long page = kit.architecture().randomized() ? Draws.page(kit.plan(), recipe) : 1;
        return new Drawing(linker, kit, recipe, Draws.of(kit, recipe), page);
    }

    Draw draw(Seed seed) throws EngineException {
        return draws.draw(seed);
    }

    LinkedLayout layout(Draw draw) throws EngineException {
        return layout(kit.linkOrder(draw.order()), draw.sections(), draw.gaps());
    }

    LinkedLayout layout(List<String> order, SectionOrder sections, Gaps gaps) throws EngineException {
        return linker.layout(order, sections, gaps, page);
    }
}
