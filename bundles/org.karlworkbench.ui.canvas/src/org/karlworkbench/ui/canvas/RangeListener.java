package org.karlworkbench.ui.canvas;

/** Hears what the user does with a {@link RangeBar}. Not called for what the program itself sets. */
@FunctionalInterface
public interface RangeListener {
    /**
     * A bound was moved.
     *
     * @param low the lower bound
     * @param high the upper bound, not below {@code low}
     * @param settled whether the user has let go; while a thumb is dragged this is false
     */
    void changed(long low, long high, boolean settled);
}
