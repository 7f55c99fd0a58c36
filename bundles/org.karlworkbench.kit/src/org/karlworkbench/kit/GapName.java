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

    /** What every gap but {@link #TEXT0} is rounded to, in bytes. */
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
     * How many bytes lie in {@code gap.o} for a drawn number: the pad word, the number, and what rounds it up.
     *
     * @param drawn the drawn number in bytes, 0 or more
     * @param page the target's page size in bytes, a power of two
     * @return the gap's size in bytes
     */
    public long rounded(long drawn, long page) {
        long unit = this == TEXT0 ? page : ALIGNMENT;
        return (padBytes + drawn + unit - 1) & -unit;
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
