package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.items.Facts.Fact;
import org.karlworkbench.ui.items.RecipeItem;
import org.karlworkbench.ui.table.Column;

/**
 * Recipes side by side: a row for each setting, a column for each recipe.
 *
 * @param settings the names of the settings
 * @param recipes the names of the recipes
 * @param values for each recipe what its settings say
 * @param compared the index of the recipe with which the others are compared
 */
record RecipeRows(List<String> settings, List<String> recipes, List<Map<String, String>> values, int compared) {
    /** The column with the names of the settings. */
    static final String SETTING = "Setting";

    private static final String NOTHING = "–";

    /** The rows for a kit's recipes; those settings only that differ, where a person asks for that. */
    static RecipeRows of(IFile file, List<Recipe> recipes, Recipe compared, boolean onlyDifferent) {
        List<Map<String, String>> values = new ArrayList<>();
        Set<String> settings = new LinkedHashSet<>();
        for (Recipe recipe : recipes) {
            Map<String, String> own = new HashMap<>();
            for (Fact fact : new RecipeItem(file, recipe).facts().list()) {
                if (!fact.name().equals("Name")) { // it is the column's title
                    own.put(words(fact), fact.value());
                    settings.add(words(fact));
                }
            }
            values.add(own);
        }
        RecipeRows all = new RecipeRows(
                List.copyOf(settings),
                recipes.stream().map(recipe -> String.valueOf(recipe.getName())).toList(),
                values,
                Math.max(0, recipes.indexOf(compared)));
        return onlyDifferent ? all.different() : all;
    }

    private static String words(Fact fact) {
        return fact.group().equals("Gaps") ? "Gap " + fact.name() : fact.name();
    }

    private RecipeRows different() {
        List<String> different = settings.stream()
                .filter(setting -> values.stream()
                                .map(own -> own.getOrDefault(setting, NOTHING))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        return new RecipeRows(different, recipes, values, compared);
    }

    /** What a recipe says about a setting. */
    String value(int recipe, int row) {
        return values.get(recipe).getOrDefault(settings.get(row), NOTHING);
    }

    /** Whether a recipe says something else there than the one it is compared with. */
    boolean differs(int recipe, int row) {
        return !value(recipe, row).equals(value(compared, row));
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(SETTING, 190, settings::get));
        for (int recipe = 0; recipe < recipes.size(); recipe++) {
            columns.add(column(recipe));
        }
        return columns;
    }

    private Column column(int recipe) {
        return Column.text(recipes.get(recipe), 0, row -> value(recipe, row))
                .withIcon(row -> differs(recipe, row) ? "differs" : null);
    }
}
