package org.karlworkbench.ui.table;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.karlworkbench.ui.Remembered;

/** Filters of a table to which a person gave names, kept over restarts: for all tables of the same columns. */
final class KeptFilters {
    private static final String BETWEEN = "\u0001";

    private final String table;

    KeptFilters(String table) {
        this.table = table;
    }

    /** The filters by their names. */
    Map<String, String> all() {
        Map<String, String> filters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String[] lines = Remembered.of("Filters").getArray(table);
        if (lines != null) {
            Arrays.stream(lines)
                    .map(line -> line.split(BETWEEN, 2))
                    .filter(words -> words.length == 2)
                    .forEach(words -> filters.put(words[0], words[1]));
        }
        return filters;
    }

    /** Keeps a filter; one of the same name goes. */
    void keep(String name, String filter) {
        Map<String, String> filters = all();
        filters.put(name, filter);
        write(filters);
    }

    void forget(String name) {
        Map<String, String> filters = all();
        filters.remove(name);
        write(filters);
    }

    private void write(Map<String, String> filters) {
        Remembered.of("Filters")
                .put(
                        table,
                        filters.entrySet().stream()
                                .map(each -> each.getKey() + BETWEEN + each.getValue())
                                .toArray(String[]::new));
    }
}
