package org.karlworkbench.kit;

import java.util.Locale;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.Recipe;

/** The five places where {@code gap.o} puts padding, in the order in which they are written everywhere. */
public enum GapName {
    /** From the head to {@code endboot}: begins with a pad word and ends on a page boundary. */
    TEXT0(4),
    /** After {@code endboot}. */
    TEXT1(0),
    /** Before the body's read-only data, begins with a pad word. */
    RODATA(4),
    /** Before the body's data, begins with a pad word. */
    DATA(4),
    /** Before the body's bss; nothing can be written there, so it has no pad word. */
    BSS(0);

    /** What the original rounds every gap but {@link #TEXT0} to, in bytes. */
    public static final int ALIGNMENT = 16;

    private final int padBytes;

    GapName(int padBytes) {
        this.padBytes = padBytes;
    }

    /**
     * The name in recipes, ledgers and on the command line.
     *
     * @return {@code text0}, {@code text1}, {@code rodata}, {@code data} or {@code bss}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The upper bound of the original for the drawn number (KARL.md section A1).
     *
     * @param page the target's page size in bytes
     * @return the largest number drawn, in bytes
     */
    public long defaultHigh(long page) {
        return this == TEXT0 ? 3 * page - 1 : page - 1;
    }

    /**
     * The smallest number that is drawn.
     *
     * @param recipe the recipe, whose bound wins where it is set
     * @return bytes, 0 or more
     */
    public long low(Recipe recipe) {
        GapBounds bounds = bounds(recipe);
        return bounds == null ? 0 : bounds.getLow();
    }

    /**
     * The largest number that is drawn.
     *
     * @param recipe the recipe, whose bound wins where it is set
     * @param page the target's page size in bytes
     * @return bytes
     */
    public long high(Recipe recipe, long page) {
        GapBounds bounds = bounds(recipe);
        return bounds == null ? defaultHigh(page) : bounds.getHigh();
    }

    /**
     * How many bytes lie in {@code gap.o} for a drawn number: the pad word, the number, and what rounds it up.
     *
     * @param drawn the drawn number in bytes, 0 or more
     * @param page the target's page size in bytes, a power of two, to which {@link #TEXT0} is rounded
     * @param recipe the recipe, whose alignment of this gap wins where it is set
     * @return the gap's size in bytes
     */
    public long rounded(long drawn, long page, Recipe recipe) {
        long unit = this == TEXT0 ? page : alignment(recipe) > 0 ? alignment(recipe) : ALIGNMENT;
        return (padBytes + drawn + unit - 1) & -unit;
    }

    /**
     * The alignment to which a recipe rounds this gap.
     *
     * @param recipe a recipe
     * @return bytes, or 0 where it leaves the original's: a page for {@link #TEXT0}, else {@link #ALIGNMENT}
     */
    public long alignment(Recipe recipe) {
        return switch (this) {
            case TEXT0 -> 0;
            case TEXT1 -> recipe.getText1Align();
            case RODATA -> recipe.getRodataAlign();
            case DATA -> recipe.getDataAlign();
            case BSS -> recipe.getBssAlign();
        };
    }

    /**
     * Sets the alignment to which a recipe rounds this gap.
     *
     * @param recipe the recipe to change
     * @param bytes the alignment, 0 for the original's
     * @throws IllegalArgumentException for {@link #TEXT0}, which ends on a page boundary
     */
    public void setAlignment(Recipe recipe, long bytes) {
        switch (this) {
            case TEXT0 ->
                throw new IllegalArgumentException(
                        "the gap text0 is always rounded to a page: endboot ends what goes away, page by page");
            case TEXT1 -> recipe.setText1Align(bytes);
            case RODATA -> recipe.setRodataAlign(bytes);
            case DATA -> recipe.setDataAlign(bytes);
            case BSS -> recipe.setBssAlign(bytes);
        }
    }

    /**
     * The bounds that a recipe sets for this gap.
     *
     * @param recipe a recipe
     * @return its bounds, or null where it leaves the original's
     */
    public GapBounds bounds(Recipe recipe) {
        return switch (this) {
            case TEXT0 -> recipe.getText0();
            case TEXT1 -> recipe.getText1();
            case RODATA -> recipe.getRodata();
            case DATA -> recipe.getData();
            case BSS -> recipe.getBss();
        };
    }

    /**
     * Sets this gap's bounds in a recipe.
     *
     * @param recipe the recipe to change
     * @param bounds the new bounds, or null for the original's
     */
    public void setBounds(Recipe recipe, GapBounds bounds) {
        switch (this) {
            case TEXT0 -> recipe.setText0(bounds);
            case TEXT1 -> recipe.setText1(bounds);
            case RODATA -> recipe.setRodata(bounds);
            case DATA -> recipe.setData(bounds);
            case BSS -> recipe.setBss(bounds);
        }
    }
}
