package org.karlworkbench.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.ui.Remembered;

/** In which groups a table shows its rows: those that it offers, the one that is chosen, and which of them are closed. */
final class Groups {
    private final String table;
    private final Set<String> closed = new HashSet<>();
    private List<Grouping> offered = List.of();
    private Grouping chosen;

    Groups(String table) {
        this.table = table;
    }

    /** Offers groupings; the one that was chosen last is chosen again. */
    void offer(List<Grouping> groupings) {
        offered = List.copyOf(groupings);
        String last = Remembered.of("Groups").get(table);
        chosen = offered.stream()
                .filter(grouping -> grouping.title().equals(last))
                .findFirst()
                .orElse(null);
    }

    List<Grouping> offered() {
        return offered;
    }

    /** The grouping by which rows are shown, null for none. */
    Grouping chosen() {
        return chosen;
    }

    void choose(Grouping grouping) {
        chosen = grouping;
        closed.clear();
        Remembered.of("Groups").put(table, grouping == null ? "" : grouping.title());
    }

    /** Opens or closes the group of that name. */
    void open(String group, boolean open) {
        if (open) {
            closed.remove(group);
        } else {
            closed.add(group);
        }
    }

    /** The lines of rows of a model in these groups. */
    Lines lines(int[] rows, int count) {
        return chosen == null ? Lines.flat(rows, count) : Lines.grouped(rows, count, chosen, closed);
    }
}
