package org.karlworkbench.ui.table;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * A way to put the rows of a table into groups.
 *
 * @param title what the groups are by, in headline capitals
 * @param name the name of the group of a row of the model
 * @param rank where that group stands among the groups; those of one rank stand by their names
 */
public record Grouping(String title, IntFunction<String> name, IntToLongFunction rank) {
    /**
     * Groups that stand by their names.
     *
     * @param title what the groups are by
     * @param name the name of the group of a row
     */
    public static Grouping byName(String title, IntFunction<String> name) {
        return new Grouping(title, name, _ -> 0);
    }
}
