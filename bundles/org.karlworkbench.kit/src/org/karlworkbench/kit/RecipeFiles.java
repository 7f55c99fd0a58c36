package org.karlworkbench.kit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Neighbours;
import org.karlworkbench.kit.model.Recipe;

/** Recipes as JSON, with the names that CLI.md fixes. A recipe's seed is a secret and never among them. */
public final class RecipeFiles {
    private static final String CODE = "bad-recipe";
    private static final String NAME = "name";
    private static final String SHUFFLE = "shuffle";
    private static final String PAGE = "page";
    private static final String GAPS = "gaps";
    private static final String GAP_ALIGN = "gapAlign";
    private static final String ORDER = "order";
    private static final String PINNED = "pinned";
    private static final String NEIGHBOURS = "neighbours";
    private static final String ADD_FLAGS = "addFlags";
    private static final String DROP_FLAGS = "dropFlags";

    /** Settings whose value is one string. */
    private static final List<String> TEXTS = List.of("linker", "unit", "pad", "textBase", "entry", "strip");

    private static final Set<String> FIELDS = Stream.concat(
                    TEXTS.stream(),
                    Stream.of(NAME, SHUFFLE, PAGE, GAPS, GAP_ALIGN, ORDER, PINNED, NEIGHBOURS, ADD_FLAGS, DROP_FLAGS))
            .collect(Collectors.toUnmodifiableSet());

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
        fields.allowOnly(FIELDS);
        fields.object(GAPS).allowOnly(GAP_FIELDS);
        fields.object(GAP_ALIGN).allowOnly(GAP_FIELDS);
        Recipe recipe = read(fields);
        for (var problem : RecipeCheck.problems(recipe).entrySet()) {
            throw fields.bad(problem.getKey(), problem.getValue());
        }
        return recipe;
    }

    /** The settings that are known here; in a ledger entry others may stand beside them. */
    static Recipe read(JsonFields fields) throws EngineException {
        Recipe recipe = KitFactory.eINSTANCE.createRecipe();
        recipe.setName(fields.text(NAME));
        for (String name : TEXTS) {
            if (fields.has(name)) {
                RecipeSettings.set(recipe, name, fields.text(name));
            }
        }
        recipe.setShuffle(fields.flag(SHUFFLE, true));
        recipe.setPage(fields.number(PAGE));
        recipe.getOrder().addAll(fields.texts(ORDER));
        recipe.getPinned().addAll(fields.texts(PINNED));
        for (List<String> group : fields.textLists(NEIGHBOURS)) {
            recipe.getNeighbours().add(RecipeSettings.neighbours(group));
        }
        recipe.getAddFlags().addAll(fields.texts(ADD_FLAGS));
        recipe.getDropFlags().addAll(fields.texts(DROP_FLAGS));
        for (GapName gap : GapName.values()) {
            gap(recipe, gap, fields);
        }
        return recipe;
    }

    private static void gap(Recipe recipe, GapName gap, JsonFields fields) throws EngineException {
        String label = gap.label();
        JsonFields gaps = fields.object(GAPS);
        if (gaps.has(label)) {
            try {
                gap.setBounds(recipe, RecipeSettings.bounds(gaps.text(label)));
            } catch (IllegalArgumentException e) {
                throw gaps.bad(label, e.getMessage());
            }
        }
        JsonFields alignments = fields.object(GAP_ALIGN);
        if (alignments.has(label)) {
            try {
                gap.setAlignment(recipe, alignments.number(label));
            } catch (IllegalArgumentException e) {
                throw alignments.bad(label, e.getMessage());
            }
        }
    }

    /**
     * A recipe as JSON.
     *
     * @param recipe the recipe
     * @return an object with all settings; of the gaps those that differ from the original's
     */
    public static JsonObject json(Recipe recipe) {
        JsonObject json = new JsonObject();
        json.addProperty(NAME, recipe.getName());
        json.addProperty("linker", recipe.getLinker());
        json.addProperty(SHUFFLE, recipe.isShuffle());
        json.addProperty("unit", recipe.getUnit());
        json.add(ORDER, JsonFields.array(recipe.getOrder()));
        json.add(PINNED, JsonFields.array(recipe.getPinned()));
        JsonArray groups = new JsonArray();
        for (Neighbours group : recipe.getNeighbours()) {
            groups.add(JsonFields.array(group.getObjects()));
        }
        json.add(NEIGHBOURS, groups);
        writeGaps(recipe, json);
        json.addProperty("pad", recipe.getPad());
        json.addProperty(PAGE, recipe.getPage());
        json.addProperty("textBase", recipe.getTextBase());
        json.addProperty("entry", recipe.getEntry());
        json.add(ADD_FLAGS, JsonFields.array(recipe.getAddFlags()));
        json.add(DROP_FLAGS, JsonFields.array(recipe.getDropFlags()));
        json.addProperty("strip", recipe.getStrip());
        return json;
    }

    private static void writeGaps(Recipe recipe, JsonObject json) {
        JsonObject gaps = new JsonObject();
        JsonObject alignments = new JsonObject();
        for (GapName gap : GapName.values()) {
            if (gap.bounds(recipe) != null) {
                gaps.addProperty(gap.label(), RecipeSettings.text(gap.bounds(recipe)));
            }
            if (gap.alignment(recipe) != 0) {
                alignments.addProperty(gap.label(), gap.alignment(recipe));
            }
        }
        json.add(GAPS, gaps);
        json.add(GAP_ALIGN, alignments);
    }
}
