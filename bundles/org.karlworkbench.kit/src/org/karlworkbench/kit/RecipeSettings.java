package org.karlworkbench.kit;

import java.util.List;
import org.eclipse.emf.common.util.EList;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Neighbours;
import org.karlworkbench.kit.model.Recipe;

/** A recipe's settings as people write them: {@code NAME=VALUE} and {@code LO..HI}. */
public final class RecipeSettings {
    /** What stands before a gap's name in the name of the setting of its bounds. */
    static final String GAPS = "gaps.";

    /** What stands before a gap's name in the name of the setting of its alignment. */
    static final String GAP_ALIGN = "gapAlign.";

    private RecipeSettings() {}

    /**
     * A recipe of its own with the same settings. Field by field: EMF's own copier, like everything that asks for a
     * model's classes, takes a tenth of a second to load, a third of a whole relink.
     *
     * @param recipe the recipe to copy, gap bounds included; it stays as it is and where it is
     */
    public static Recipe copy(Recipe recipe) {
        Recipe copy = KitFactory.eINSTANCE.createRecipe();
        copy.setName(recipe.getName());
        copy.setLinker(recipe.getLinker());
        copy.setShuffle(recipe.isShuffle());
        copy.setPad(recipe.getPad());
        copy.setPage(recipe.getPage());
        copy.setSeed(recipe.getSeed());
        for (GapName gap : GapName.values()) {
            gap.setBounds(copy, copy(gap.bounds(recipe)));
            if (gap != GapName.TEXT0) {
                gap.setAlignment(copy, gap.alignment(recipe));
            }
        }
        copy.setUnit(recipe.getUnit());
        copy.getOrder().addAll(recipe.getOrder());
        copy.getPinned().addAll(recipe.getPinned());
        for (Neighbours group : recipe.getNeighbours()) {
            copy.getNeighbours().add(RecipeValues.group(group.getObjects()));
        }
        copy.setTextBase(recipe.getTextBase());
        copy.setEntry(recipe.getEntry());
        copy.getAddFlags().addAll(recipe.getAddFlags());
        copy.getDropFlags().addAll(recipe.getDropFlags());
        copy.setStrip(recipe.getStrip());
        return copy;
    }

    private static GapBounds copy(GapBounds bounds) {
        if (bounds == null) {
            return null;
        }
        GapBounds copy = KitFactory.eINSTANCE.createGapBounds();
        copy.setLow(bounds.getLow());
        copy.setHigh(bounds.getHigh());
        return copy;
    }

    /**
     * Sets one setting from its written form. Names and flags of a list have commas between them, groups of neighbours
     * semicolons.
     *
     * @param recipe the recipe to change
     * @param name a setting's name as in a recipe's file; {@code gaps.} or {@code gapAlign.} and a gap's name
     * @param value the value as written
     * @throws IllegalArgumentException for an unknown name or a value of the wrong form
     */
    public static void set(Recipe recipe, String name, String value) {
        switch (name) {
            case "linker" -> recipe.setLinker(value);
            case "pad" -> recipe.setPad(value);
            case "page" -> recipe.setPage(RecipeValues.number(value));
            case "shuffle" -> recipe.setShuffle(RecipeValues.flag(value));
            case "unit" -> recipe.setUnit(value);
            case "order" -> replace(recipe.getOrder(), RecipeValues.list(value));
            case "pinned" -> replace(recipe.getPinned(), RecipeValues.list(value));
            case "neighbours" -> replace(recipe.getNeighbours(), RecipeValues.groups(value));
            case "textBase" -> recipe.setTextBase(value);
            case "entry" -> recipe.setEntry(value);
            case "addFlags" -> replace(recipe.getAddFlags(), RecipeValues.list(value));
            case "dropFlags" -> replace(recipe.getDropFlags(), RecipeValues.list(value));
            case "strip" -> recipe.setStrip(value);
            default -> setGap(recipe, name, value);
        }
    }

    private static <T> void replace(EList<T> list, List<T> values) {
        list.clear();
        list.addAll(values);
    }

    private static void setGap(Recipe recipe, String name, String value) {
        if (name.startsWith(GAPS)) {
            gapNamed(name.substring(GAPS.length())).setBounds(recipe, bounds(value));
        } else if (name.startsWith(GAP_ALIGN)) {
            gapNamed(name.substring(GAP_ALIGN.length())).setAlignment(recipe, RecipeValues.alignment(value));
        } else {
            throw new IllegalArgumentException("no setting is called " + name
                    + "; there are linker, shuffle, unit, order, pinned, neighbours, gaps.NAME, gapAlign.NAME, pad,"
                    + " page, textBase, entry, addFlags, dropFlags and strip");
        }
    }

    /**
     * Reads bounds.
     *
     * @param text {@code LO..HI}, decimal or 0x, both included
     * @return the bounds
     * @throws IllegalArgumentException for anything else, or if LO is above HI
     */
    public static GapBounds bounds(String text) {
        return RecipeValues.bounds(text);
    }

    /**
     * Makes a group of neighbours.
     *
     * @param objects their names, in the order in which they stay
     * @return a group that is in no recipe yet
     */
    public static Neighbours neighbours(List<String> objects) {
        return RecipeValues.group(objects);
    }

    /**
     * Writes bounds.
     *
     * @param bounds the bounds
     * @return {@code LO..HI} in decimal
     */
    public static String text(GapBounds bounds) {
        return bounds.getLow() + ".." + bounds.getHigh();
    }

    /**
     * Finds a gap by its name.
     *
     * @param label such as {@code text0}
     * @return the gap
     * @throws IllegalArgumentException if there is none of that name
     */
    public static GapName gapNamed(String label) {
        for (GapName gap : GapName.values()) {
            if (gap.label().equals(label)) {
                return gap;
            }
        }
        throw new IllegalArgumentException(
                "no gap is called " + label + "; there are text0, text1, rodata, data and bss");
    }
}
