package org.karlworkbench.ui.kits;

import java.util.List;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.worth.LooseCode;

/** What is worth knowing about the recipes of a kit, besides what is about the kit itself. */
public final class RecipeFindings {
    private RecipeFindings() {}

    /**
     * Looks at recipes.
     *
     * @param kit the kit with its objects
     * @param recipes the kit with its recipes, as they are saved or edited
     * @return findings, each with the name of its recipe as the object
     */
    public static List<Finding> of(LinkKit kit, LinkKit recipes) {
        return recipes.getRecipes().stream()
                .flatMap(recipe -> LooseCode.of(kit, recipe).stream())
                .toList();
    }
}
