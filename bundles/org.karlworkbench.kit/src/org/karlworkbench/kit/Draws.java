package org.karlworkbench.kit;

import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.Recipe;

/**
 * The one place where chance enters: kit + recipe + seed gives one draw. Each question (order, and each gap by its
 * name) has random numbers of its own, so that changing one bound changes nothing else. docs/draw.md describes the
 * algorithm with test vectors.
 */
public final class Draws {
    /** The name and version of the algorithm, written into every ledger entry. */
    public static final String ALGORITHM = "karl-draw-1";

    private static final String ORDER = "order";

    private Draws() {}

    /**
     * Draws order and gaps.
     *
     * @param kit the kit
     * @param recipe bounds and whether to shuffle; checked here
     * @param seed the seed
     * @return the draw
     * @throws EngineException if a setting of the recipe cannot work, with its name as place
     */
    public static Draw draw(LoadedKit kit, Recipe recipe, Seed seed) throws EngineException {
        RecipeCheck.require(recipe, kit.outline());
        return new Draw(ALGORITHM, order(kit, recipe, seed), gaps(kit, recipe, seed));
    }

    private static List<String> order(LoadedKit kit, Recipe recipe, Seed seed) throws EngineException {
        boolean shuffled = kit.architecture().randomized() && kit.plan().shuffled() && recipe.isShuffle();
        List<String> order = new BodyOrder(kit.plan().body(), recipe).draw(shuffled ? new Chance(seed, ORDER) : null);
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
