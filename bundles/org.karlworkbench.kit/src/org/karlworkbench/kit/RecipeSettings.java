package org.karlworkbench.kit;

import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;

/** A recipe's settings as people write them: {@code NAME=VALUE} and {@code LO..HI}. */
public final class RecipeSettings {
    private static final String GAPS = "gaps.";

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
        }
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
     * Sets one setting from its written form.
     *
     * @param recipe the recipe to change
     * @param name {@code linker}, {@code shuffle}, {@code pad}, {@code page} or {@code gaps.} and a gap's name
     * @param value the value as written
     * @throws IllegalArgumentException for an unknown name or a value of the wrong form
     */
    public static void set(Recipe recipe, String name, String value) {
        switch (name) {
            case "linker" -> recipe.setLinker(value);
            case "pad" -> recipe.setPad(value);
            case "page" -> recipe.setPage(number(value));
            case "shuffle" -> recipe.setShuffle(flag(value));
            default -> gap(name).setBounds(recipe, bounds(value));
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
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("bounds are written LO..HI, not " + text);
        }
        GapBounds bounds = KitFactory.eINSTANCE.createGapBounds();
        bounds.setLow(number(text.substring(0, dots)));
        bounds.setHigh(number(text.substring(dots + 2)));
        if (bounds.getLow() > bounds.getHigh() || bounds.getHigh() > RecipeCheck.MAX_GAP) {
            throw new IllegalArgumentException(
                    "bounds lie between 0 and " + RecipeCheck.MAX_GAP + ", the lower one first, not " + text);
        }
        return bounds;
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

    private static GapName gap(String name) {
        if (name.startsWith(GAPS)) {
            return gapNamed(name.substring(GAPS.length()));
        }
        throw new IllegalArgumentException(
                "no setting is called " + name + "; there are linker, shuffle, pad, page and gaps.NAME");
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false, not " + value);
        };
    }

    private static long number(String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        if (!text.matches("[0-9]+|0x[0-9a-fA-F]+")) {
            throw new IllegalArgumentException("a number is decimal or 0x and hexadecimal, not " + text);
        }
        try {
            return Long.parseLong(digits, digits.length() == text.length() ? 10 : 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("too large a number: " + text, e);
        }
    }
}
