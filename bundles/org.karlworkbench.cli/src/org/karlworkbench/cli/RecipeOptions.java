package org.karlworkbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.KitOutline;
import org.karlworkbench.kit.RecipeCheck;
import org.karlworkbench.kit.RecipeFiles;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;
import picocli.CommandLine.Option;

/** The options that make a recipe: a file to start from, and what overrides it. */
final class RecipeOptions {
    private static final String HELP = "see karl relink --help";

    @Option(names = "--linker", paramLabel = "LINKER", description = "ld or lld; without it, the architecture's own.")
    String linker;

    @Option(names = "--recipe", paramLabel = "FILE", description = "A recipe to start from.")
    Path recipe;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Overrides a setting of the recipe.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--gap", paramLabel = "NAME=LO..HI", split = ",", description = "Bounds for a gap.")
    Map<String, String> gaps = new LinkedHashMap<>();

    @Option(names = "--order", paramLabel = "FILE", description = "The objects that come first, one a line (lorder).")
    Path order;

    @Option(names = "--no-shuffle", arity = "0", description = "Keep the Makefile's order.")
    boolean noShuffle;

    private OrderFile ordered;

    /** The recipe, as far as it can be checked without a kit. */
    Recipe settle() throws EngineException, UsageException {
        Recipe settled = recipe == null ? KitFactory.eINSTANCE.createRecipe() : RecipeFiles.read(recipe);
        try {
            settings.forEach((name, value) -> RecipeSettings.set(settled, name, value));
            gaps.forEach(
                    (name, value) -> RecipeSettings.gapNamed(name).setBounds(settled, RecipeSettings.bounds(value)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), HELP);
        }
        if (order != null) {
            ordered = OrderFile.read(order);
            settled.getOrder().clear();
            settled.getOrder().addAll(ordered.names());
        }
        if (noShuffle) {
            settled.setShuffle(false);
        }
        if (linker != null) {
            settled.setLinker(linker);
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
        Map<String, String> written = recipe == null ? Map.of() : RecipeCheck.problems(RecipeFiles.read(recipe), kit);
        var problem = problems.entrySet().iterator().next();
        if (problem.getValue().equals(written.get(problem.getKey()))) {
            throw new EngineException(
                    "bad-recipe",
                    recipe.toString(),
                    problem.getKey(),
                    problem.getValue(),
                    "remove it, or relink another kit");
        }
        throw usage(problem);
    }

    /** The words are right elsewhere: it is this kit that they cannot be about (KARL.md table B2, socppc). */
    private void requireRandomized(Architecture architecture) throws EngineException {
        boolean asks = !gaps.isEmpty()
                || "true".equals(settings.get("shuffle"))
                || settings.keySet().stream().anyMatch(name -> name.startsWith("gap"));
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
