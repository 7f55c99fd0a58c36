package org.karlworkbench.kit;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.Recipe;

/**
 * The one place where chance enters: kit + recipe + seed gives one draw. Each question (order, sections, and each gap by
 * its name) has random numbers of its own, so that changing one bound changes nothing else. docs/draw.md describes the
 * algorithm with test vectors.
 */
public final class Draws {
    /** The name and version of the algorithm, written into every ledger entry. */
    public static final String ALGORITHM = "karl-draw-1";

    private static final String ORDER = "order";
    private static final String SECTIONS = "sections";

    private Draws() {}

    /**
     * Draws order, sections and gaps.
     *
     * @param kit the kit
     * @param recipe bounds and whether to shuffle; checked here
     * @param seed the seed
     * @return the draw
     * @throws EngineException if a setting of the recipe cannot work, with its name as place
     */
    public static Draw draw(LoadedKit kit, Recipe recipe, Seed seed) throws EngineException {
        RecipeCheck.require(recipe, kit.outline());
        return new Draw(ALGORITHM, order(kit, recipe, seed), sections(kit, recipe, seed), gaps(kit, recipe, seed));
    }

    /**
     * Draws the order of sections.
     *
     * @param kit the kit
     * @param recipe the settings, checked before
     * @param seed the seed
     * @return the loose sections in random order; none where objects stay whole or nothing is shuffled
     */
    public static SectionOrder sections(LoadedKit kit, Recipe recipe, Seed seed) {
        boolean moves = Unit.of(recipe) == Unit.SECTION && isShuffled(kit, recipe);
        return moves ? LooseSections.of(kit, recipe).shuffled(new Chance(seed, SECTIONS)) : SectionOrder.NONE;
    }

    private static boolean isShuffled(LoadedKit kit, Recipe recipe) {
        return kit.architecture().randomized() && kit.plan().shuffled() && recipe.isShuffle();
    }

    private static List<String> order(LoadedKit kit, Recipe recipe, Seed seed) throws EngineException {
        Chance chance = isShuffled(kit, recipe) ? new Chance(seed, ORDER) : null;
        List<String> order = new BodyOrder(kit.plan().body(), recipe).draw(chance);
        if (order == null) {
            throw new EngineException(
                    "bad-recipe",
                    recipe.getName(),
                    "neighbours",
                    "the groups do not find room between the pinned objects",
                    "pin fewer objects, or make the groups smaller");
        }
        return order;
    }

    private static Gaps gaps(LoadedKit kit, Recipe recipe, Seed seed) {
        if (!kit.architecture().randomized()) {
            return Gaps.NONE;
        }
        long page = page(kit.plan(), recipe);
        long[] sizes = new long[GapName.values().length];
        for (GapName name : GapName.values()) {
            sizes[name.ordinal()] = name.rounded(number(name, recipe, page, seed), page, recipe);
        }
        return new Gaps(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
    }

    private static long number(GapName name, Recipe recipe, long page, Seed seed) {
        GapBounds bounds = name.bounds(recipe);
        long low = bounds == null ? 0 : bounds.getLow();
        long high = bounds == null ? name.defaultHigh(page) : bounds.getHigh();
        return low + new Chance(seed, name.label()).below(high - low + 1);
    }

    /**
     * The page size that a relink uses.
     *
     * @param plan what is linked
     * @param recipe the recipe, whose page wins where it is set
     * @return bytes, a power of two
     */
    public static long page(KitPlan plan, Recipe recipe) {
        return recipe.getPage() > 0 ? recipe.getPage() : plan.page();
    }
}
