package org.karlworkbench.ui.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogSettings;
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
    private static final String STATES = "kernels";
    private static final int MOST = 50;
    private static final String BETWEEN = "\u0001";

    /** Copies the filters. */
    ViewState {
        filters = List.copyOf(filters);
    }

    /** How a kernel was looked at, or null. */
    static ViewState of(Path kernel) {
        return all().stream()
                .filter(line -> line.startsWith(kernel + BETWEEN))
                .findFirst()
                .map(ViewState::parse)
                .orElse(null);
    }

    void keep(Path kernel) {
        List<String> lines = new ArrayList<>(all());
        lines.removeIf(line -> line.startsWith(kernel + BETWEEN));
        List<String> words = new ArrayList<>(
                List.of(kernel.toString(), Long.toHexString(first), Long.toHexString(last), String.valueOf(tab)));
        words.addAll(filters);
        lines.addFirst(String.join(BETWEEN, words));
        settings().put(STATES, lines.stream().limit(MOST).toArray(String[]::new));
    }

    private static ViewState parse(String line) {
        String[] words = line.split(BETWEEN, -1);
        try {
            return new ViewState(
                    Long.parseUnsignedLong(words[1], 16),
                    Long.parseUnsignedLong(words[2], 16),
                    Integer.parseInt(words[3]),
                    Arrays.asList(words).subList(4, words.length));
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            return null; // written by another version
        }
    }

    private static List<String> all() {
        String[] lines = settings().getArray(STATES);
        return lines == null ? List.of() : Arrays.asList(lines);
    }

    private static IDialogSettings settings() {
        return Remembered.of("Kernels");
    }
}
