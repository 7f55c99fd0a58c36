package org.karlworkbench.ui.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.karlworkbench.ui.Remembered;

/** Filters of a table to which a person gave names, kept over restarts: for all tables of the same columns. */
final class KeptFilters {
    private static final String SECTION = "Filters";

    private final String table;

    KeptFilters(String table) {
        this.table = table;
    }

    /** The filters by their names. */
    Map<String, String> all() {
        Map<String, String> filters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Remembered.rows(SECTION, table).stream()
                .filter(words -> words.size() == 2)
                .forEach(words -> filters.put(words.getFirst(), words.getLast()));
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
        Remembered.keep(
                SECTION, table, filters.entrySet().stream().map(each -> List.of(each.getKey(), each.getValue())));
    }
}
