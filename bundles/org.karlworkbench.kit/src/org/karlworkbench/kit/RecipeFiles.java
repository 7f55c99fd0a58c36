package org.karlworkbench.kit;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;

/** Recipes as JSON, with the names that CLI.md fixes. A recipe's seed is a secret and never among them. */
public final class RecipeFiles {
    private static final String CODE = "bad-recipe";
    private static final String GAPS = "gaps";
    private static final Set<String> FIELDS = Set.of("name", "linker", "shuffle", GAPS, "pad", "page");

    private static final Set<String> GAP_FIELDS =
            Stream.of(GapName.values()).map(GapName::label).collect(Collectors.toUnmodifiableSet());

    private RecipeFiles() {}

    /**
     * Reads a recipe.
     *
     * @param file a JSON file; every field may be absent, which leaves the original's setting
     * @return the recipe
     * @throws EngineException if the file is no recipe, has a field that this version does not know, or a setting that
     *     works with no kit
     */
    public static Recipe read(Path file) throws EngineException {
        JsonFields fields = JsonFields.read(file, CODE);
        Recipe recipe = read(fields);
        for (var problem : RecipeCheck.problems(recipe).entrySet()) {
            throw fields.bad(problem.getKey(), problem.getValue());
        }
        return recipe;
    }

    static Recipe read(JsonFields fields) throws EngineException {
        fields.allowOnly(FIELDS);
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setName(fields.text("name"));
        for (String name : new String[] {"linker", "pad"}) {
            if (fields.has(name)) {
                RecipeSettings.set(recipe, name, fields.text(name));
            }
        }
        recipe.setShuffle(fields.flag("shuffle", true));
        recipe.setPage(fields.number("page"));
        JsonFields gaps = fields.object(GAPS);
        gaps.allowOnly(GAP_FIELDS);
        for (GapName gap : GapName.values()) {
            if (gaps.has(gap.label())) {
                bounds(recipe, gap, gaps);
            }
        }
        return recipe;
    }

    private static void bounds(Recipe recipe, GapName gap, JsonFields gaps) throws EngineException {
        try {
            gap.setBounds(recipe, RecipeSettings.bounds(gaps.text(gap.label())));
        } catch (IllegalArgumentException e) {
            throw gaps.bad(gap.label(), e.getMessage());
        }
    }

    /**
     * A recipe as JSON.
     *
     * @param recipe the recipe
     * @return an object with those settings that differ from the original's
     */
    public static JsonObject json(Recipe recipe) {
        JsonObject json = new JsonObject();
        json.addProperty("name", recipe.getName());
        json.addProperty("linker", recipe.getLinker());
        json.addProperty("shuffle", recipe.isShuffle());
        json.addProperty("pad", recipe.getPad());
        json.addProperty("page", recipe.getPage());
        JsonObject gaps = new JsonObject();
        for (GapName gap : GapName.values()) {
            if (gap.bounds(recipe) != null) {
                gaps.addProperty(gap.label(), RecipeSettings.text(gap.bounds(recipe)));
            }
        }
        json.add(GAPS, gaps);
        return json;
    }
}
