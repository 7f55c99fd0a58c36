package org.karlworkbench.ui.items;

import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.linkers.LinkerKind;

/** One recipe of a kit as it was saved. Equal to another when kit and name are. */
public final class RecipeItem implements InKit {
    private final IFile kitFile;
    private final Recipe recipe;

    /**
     * Makes the item.
     *
     * @param kitFile the kit's file
     * @param recipe the recipe
     */
    public RecipeItem(IFile kitFile, Recipe recipe) {
        this.kitFile = kitFile;
        this.recipe = recipe;
    }

    @Override
    public IFile kitFile() {
        return kitFile;
    }

    /** The recipe itself. */
    public Recipe recipe() {
        return recipe;
    }

    @Override
    public String label() {
        return String.valueOf(recipe.getName());
    }

    @Override
    public String icon() {
        return "recipe";
    }

    @Override
    public Facts facts() {
        Facts facts = new Facts()
                .in("Recipe")
                .add("Name", label())
                .add(
                        "Linker",
                        blank(recipe.getLinker()) ? "the architecture's own" : LinkerKind.title(recipe.getLinker()))
                .add("Order", recipe.isShuffle() ? "shuffled" : "as in the Makefile")
                .add("What is shuffled", Unit.of(recipe) == Unit.SECTION ? "sections" : "whole objects")
                .add("Pad word", blank(recipe.getPad()) ? "the kit's" : recipe.getPad())
                .add("Page size", recipe.getPage() == 0 ? "the kit's" : Formats.bytes(recipe.getPage()))
                .add("Seed", blank(recipe.getSeed()) ? "new for each relink" : "given in the recipe")
                .add("Address of the text", blank(recipe.getTextBase()) ? "the kit's" : recipe.getTextBase())
                .add("Entry symbol", blank(recipe.getEntry()) ? "the kit's" : recipe.getEntry())
                .add("Left out (strip)", recipe.getStrip())
                .add("More flags", String.join(" ", recipe.getAddFlags()))
                .add("Flags left out", String.join(" ", recipe.getDropFlags()))
                .add("First in the body", String.join(" ", recipe.getOrder()))
                .add("Pinned", String.join(" ", recipe.getPinned()))
                .add("Neighbours", neighbours())
                .in("Gaps");
        for (GapName gap : GapName.values()) {
            var bounds = gap.bounds(recipe);
            String rounded = gap.alignment(recipe) == 0 ? "" : ", rounded to " + gap.alignment(recipe);
            facts.add(
                    gap.label(),
                    (bounds == null ? "the original's bounds" : RecipeSettings.text(bounds) + " bytes") + rounded);
        }
        return facts;
    }

    private String neighbours() {
        return recipe.getNeighbours().stream()
                .map(group -> String.join(" ", group.getObjects()))
                .collect(Collectors.joining("; "));
    }

    private static boolean blank(String text) {
        return text == null || text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecipeItem item
                && item.kitFile.equals(kitFile)
                && item.label().equals(label());
    }

    @Override
    public int hashCode() {
        return Objects.hash(kitFile, label());
    }
}
