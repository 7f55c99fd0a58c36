package org.karlworkbench.ui.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.ui.Remembered;

/**
 * How a kernel was looked at last: it opens again like that.
 *
 * @param first the first address that the map showed
 * @param last the last address that the map showed
 * @param tab the number of the table in front
 * @param filters what was typed above each table
 */
record ViewState(long first, long last, int tab, List<String> filters) {
    private static final String SECTION = "Kernels";
    private static final String STATES = "kernels";
    private static final int MOST = 50;

    /** Copies the filters. */
    ViewState {
        filters = List.copyOf(filters);
    }

    /** How a kernel was looked at, or null. */
    static ViewState of(Path kernel) {
        return Remembered.rows(SECTION, STATES).stream()
                .filter(row -> row.getFirst().equals(kernel.toString()))
                .findFirst()
                .map(ViewState::read)
                .orElse(null);
    }

    void keep(Path kernel) {
        List<List<String>> states = new ArrayList<>(Remembered.rows(SECTION, STATES));
        states.removeIf(row -> row.getFirst().equals(kernel.toString()));
        List<String> words = new ArrayList<>(
                List.of(kernel.toString(), Long.toHexString(first), Long.toHexString(last), String.valueOf(tab)));
        words.addAll(filters);
        states.addFirst(words);
        Remembered.keep(SECTION, STATES, states.stream().limit(MOST));
    }

    private static ViewState read(List<String> words) {
        try {
            return new ViewState(
                    Long.parseUnsignedLong(words.get(1), 16),
                    Long.parseUnsignedLong(words.get(2), 16),
                    Integer.parseInt(words.get(3)),
                    words.subList(4, words.size()));
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            return null; // written by another version
        }
    }
}
