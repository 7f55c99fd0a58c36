package org.karlworkbench.kit;

import java.util.List;
import org.karlworkbench.elf.EngineException;
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

    private final Recipe recipe;
    private final boolean shuffled;
    private final boolean randomized;
    private final long page;
    private final BodyOrder body;
    private final SectionOrder loose;

    private Draws(LoadedKit kit, Recipe recipe) {
        this.recipe = recipe;
        randomized = kit.architecture().randomized();
        shuffled = isShuffled(kit, recipe);
        page = page(kit.plan(), recipe);
        body = new BodyOrder(kit.plan().body(), recipe);
        loose = loose(kit, recipe);
    }

    /**
     * All that a kit and a recipe leave to chance; what does not depend on the seed is done here, once.
     *
     * @param kit the kit
     * @param recipe bounds and whether to shuffle; copied, so that later changes do not count
     * @return what gives a draw for each seed, on any thread
     * @throws EngineException if a setting of the recipe cannot work, with its name as place
     */
    public static Draws of(LoadedKit kit, Recipe recipe) throws EngineException {
        RecipeCheck.require(recipe, kit.outline());
        return new Draws(kit, RecipeSettings.copy(recipe));
    }

    /**
     * Draws order, sections and gaps once.
     *
     * @param kit the kit
     * @param recipe bounds and whether to shuffle; checked here
     * @param seed the seed
     * @return the draw
     * @throws EngineException if a setting of the recipe cannot work, with its name as place
     */
    public static Draw draw(LoadedKit kit, Recipe recipe, Seed seed) throws EngineException {
        return of(kit, recipe).draw(seed);
    }

    /**
     * Draws the order of sections alone.
     *
     * @param kit the kit
     * @param recipe the settings, checked before
     * @param seed the seed
     * @return the loose sections in random order; none where objects stay whole or nothing is shuffled
     */
    public static SectionOrder sections(LoadedKit kit, Recipe recipe, Seed seed) {
        return sections(loose(kit, recipe), seed);
    }

    private static SectionOrder sections(SectionOrder loose, Seed seed) {
        return loose.count() == 0 ? SectionOrder.NONE : loose.shuffled(new Chance(seed, SECTIONS));
    }

    private static SectionOrder loose(LoadedKit kit, Recipe recipe) {
        boolean moves = Unit.of(recipe) == Unit.SECTION && isShuffled(kit, recipe);
        return moves ? LooseSections.of(kit, recipe) : SectionOrder.NONE;
    }

    private static boolean isShuffled(LoadedKit kit, Recipe recipe) {
        return kit.architecture().randomized() && kit.plan().shuffled() && recipe.isShuffle();
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

    /**
     * Draws order, sections and gaps.
     *
     * @param seed the seed
     * @return the same draw for the same seed
     * @throws EngineException with code {@code bad-recipe} if no order was found in which all neighbours stand together
     */
    public Draw draw(Seed seed) throws EngineException {
        return new Draw(ALGORITHM, order(seed), sections(loose, seed), gaps(seed));
    }

    private List<String> order(Seed seed) throws EngineException {
        List<String> order = body.draw(shuffled ? new Chance(seed, ORDER) : null);
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

    private Gaps gaps(Seed seed) {
        return randomized ? Gaps.of(name -> name.rounded(number(name, seed), page, recipe)) : Gaps.NONE;
    }

    private long number(GapName name, Seed seed) {
        long low = name.low(recipe);
        return low + new Chance(seed, name.label()).below(name.high(recipe, page) - low + 1);
    }
}
