package org.karlworkbench.kit;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;

/** Recipes as JSON, with the names that CLI.md fixes. A recipe's seed is a secret and never among them. */
public final class RecipeFiles {
    private static final String CODE = "bad-recipe";
    private static final String GAPS = "gaps";
    private static final Set<String> FIELDS = Set.of("name", "linker", "shuffle", GAPS, "pad", "page");

    private RecipeFiles() {}

    /**
     * Reads a recipe.
     *
     * @param file a JSON file; every field may be absent, which leaves the original's setting
     * @return the recipe
     * @throws EngineException if the file is no recipe, or has a field that this version does not know
     */
    public static Recipe read(Path file) throws EngineException {
        return read(JsonFields.read(file, CODE));
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
