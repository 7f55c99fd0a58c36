package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.KitOutline;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.RecipeFiles;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;

/** The options that make a recipe: a file to start from, and what overrides it. */
final class RecipeOptions {
    private static final String HELP = "see karl relink --help";

    /** What may be set, for the verb's help. */
    static final String NAMES = "NAME in --set is linker, shuffle, unit, order, pinned, neighbours, gaps.GAP, "
            + "gapAlign.GAP, pad, page, textBase, entry, addFlags, dropFlags or strip; names and flags of a list have "
            + "commas between them, groups of neighbours semicolons. GAP and NAME in --gap are text0, text1, rodata, "
            + "data or bss; bounds are in bytes, decimal or 0x, both included.";

    private final Given<String> linker;
    private final Given<Path> recipe;
    private final Given<Map<String, String>> settings;
    private final Given<Map<String, String>> gaps;
    private final Given<Path> order;
    private final Given<Boolean> noShuffle;

    private OrderFile ordered;

    RecipeOptions(Options options) {
        linker = options.word("LINKER", "ld, lld or builtin; without it, the architecture's own.", "--linker");
        recipe = options.file("FILE", "A recipe to start from.", "--recipe");
        settings = options.pairs("NAME=VALUE", "Overrides a setting of the recipe.", "--set");
        gaps = options.pairLists("NAME=LO..HI", "Bounds for a gap.", "--gap");
        order = options.file("FILE", "The objects that come first, one a line (lorder).", "--order");
        noShuffle = options.flag("Keep the Makefile's order.", "--no-shuffle");
    }

    /** The recipe, as far as it can be checked without a kit. */
    Recipe settle() throws EngineException, UsageException {
        return settle(KitFactory.eINSTANCE.createRecipe());
    }

    /** The recipe, where a ledger entry has decided order and gaps and its own recipe is what the options override. */
    Recipe settleLike(LedgerEntry entry) throws EngineException, UsageException {
        boolean decides = !gaps.get().isEmpty()
                || order.isThere()
                || noShuffle.get()
                || settings.get().keySet().stream().anyMatch(RecipeOptions::decidesDraw);
        if (decides) {
            throw new UsageException("--like keeps order and gaps of the entry", "leave away what would decide them");
        }
        Recipe usual = RecipeSettings.copy(entry.getRecipe());
        usual.getOrder().clear(); // what these decided stands in the entry's own order
        usual.getPinned().clear();
        usual.getNeighbours().clear();
        usual.setLinker(entry.getLinker());
        return settle(usual);
    }

    private static boolean decidesDraw(String setting) {
        return setting.startsWith("gap")
                || List.of("shuffle", "unit", "order", "pinned", "neighbours").contains(setting);
    }

    private Recipe settle(Recipe usual) throws EngineException, UsageException {
        Recipe settled = recipe.isThere() ? RecipeFiles.read(recipe.get()) : usual;
        try {
            settings.get().forEach((name, value) -> RecipeSettings.set(settled, name, value));
            gaps.get().forEach((name, value) -> RecipeSettings.gapNamed(name)
                    .setBounds(settled, RecipeSettings.bounds(value)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), HELP);
        }
        if (order.isThere()) {
            ordered = OrderFile.read(order.get());
            settled.getOrder().clear();
            settled.getOrder().addAll(ordered.names());
        }
        if (noShuffle.get()) {
            settled.setShuffle(false);
        }
        if (linker.isThere()) {
            settled.setLinker(linker.get());
        }
        for (var problem : RecipeCheck.problems(settled).entrySet()) { // a recipe's file was checked when it was read
            throw usage(problem);
        }
        return settled;
    }

    /** Settings that only the kit shows to be impossible: whoever made them is told, the user's words or a file. */
    void requireFit(Recipe settled, KitOutline kit) throws EngineException, UsageException {
        if (ordered != null) {
            ordered.requireIn(kit.body());
        }
        requireRandomized(kit.architecture());
        Map<String, String> problems = RecipeCheck.problems(settled, kit);
        if (problems.isEmpty()) {
            return;
        }
        Map<String, String> written =
                recipe.isThere() ? RecipeCheck.problems(RecipeFiles.read(recipe.get()), kit) : Map.of();
        var problem = problems.entrySet().iterator().next();
        if (problem.getValue().equals(written.get(problem.getKey()))) {
            throw new EngineException(
                    "bad-recipe",
                    recipe.get().toString(),
                    problem.getKey(),
                    problem.getValue(),
                    "remove it, or relink another kit");
        }
        throw usage(problem);
    }

    /** The words are right elsewhere: it is this kit that they cannot be about (KARL.md table B2, socppc). */
    private void requireRandomized(Architecture architecture) throws EngineException {
        boolean asks = !gaps.get().isEmpty()
                || "true".equals(settings.get().get("shuffle"))
                || settings.get().keySet().stream().anyMatch(name -> name.startsWith("gap"));
        if (asks && !architecture.randomized()) {
            throw new EngineException(
                    "never-randomized",
                    null,
                    architecture.name(),
                    architecture.name() + " kernels are linked in their fixed order and never had gaps",
                    "relink it without asking for either");
        }
    }

    private static UsageException usage(Map.Entry<String, String> problem) {
        return new UsageException(problem.getKey() + ": " + problem.getValue(), HELP);
    }
}
