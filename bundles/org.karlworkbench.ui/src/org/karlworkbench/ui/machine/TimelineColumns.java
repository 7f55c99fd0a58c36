package org.karlworkbench.ui.machine;

import java.util.List;
import org.karlworkbench.machine.Event;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;

/** The columns of a machine's timeline. */
final class TimelineColumns {
    private TimelineColumns() {}

    /** The columns for some events; their order is that of the lines, since clocks go backwards. */
    static List<Column> of(List<Event> events) {
        return List.of(
                Column.number("No.", 50, row -> row + 1, Formats::count),
                Column.text("Time", 190, row -> Formats.time(events.get(row).time())),
                Column.text("Behaviour", 110, row -> events.get(row).behaviour()),
                Column.text("Event", 110, row -> events.get(row).kind())
                        .withIcon(row -> icon(events.get(row).kind())),
                Column.text("What Happened", 0, row -> events.get(row).words()),
                Column.text(
                        "Kernel (SHA-256)", 150, row -> kernel(events.get(row).kernel())));
    }

    private static String kernel(String sha256) {
        return sha256 == null ? "" : Formats.digest(sha256);
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "failed" -> "error";
            case "dis-engaged", "cancelled", "copied" -> "warning";
            case "booted" -> "boot";
            case "relinked" -> "relink";
            case "engaged" -> "reengage";
            default -> "install";
        };
    }
}
