package org.karlworkbench.ui.kit;

import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__NEIGHBOURS;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__ORDER;
import static org.karlworkbench.kit.model.KitPackage.Literals.RECIPE__PINNED;

import java.util.List;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.preview.RecipeHand;

/**
 * Changes the recipe that is edited, when objects are moved in its preview.
 *
 * @param model the kit
 */
record KitHand(KitModel model) implements RecipeHand {
    @Override
    public boolean isFree() {
        return model.chosen() != null;
    }

    @Override
    public void place(String label, List<String> order, List<String> pinned) {
        Recipe recipe = model.chosen();
        model.edits()
                .set(
                        label,
                        new Change(label, recipe, RECIPE__NEIGHBOURS, List.of()),
                        new Change(label, recipe, RECIPE__ORDER, order),
                        new Change(label, recipe, RECIPE__PINNED, pinned));
    }
}
