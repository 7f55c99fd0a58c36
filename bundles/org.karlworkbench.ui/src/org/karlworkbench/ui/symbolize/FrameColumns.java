package org.karlworkbench.ui.symbolize;

import java.util.List;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.Spot;
import org.karlworkbench.debug.Symbolized.Rejected;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.Shown;

/** The columns of the tables about a trace. */
final class FrameColumns {
    private static final int SYMBOL = 150;
    private static final int OFFSET = 80;
    private static final int OBJECT = 110;
    private static final int SOURCE = 130;
    private static final int WORD = 90;
    private static final int ADDRESS = 150;
    private static final int NOTE = 130;
    private static final int RELINK = 140;

    private FrameColumns() {}

    /** What is known of each place of a trace. */
    static List<Column> of(List<Frame> frames) {
        return List.of(
                Column.text("Symbol", SYMBOL, row -> symbol(frames.get(row))),
                Column.number("Offset", OFFSET, row -> offset(frames.get(row)), Formats::hex)
                        .shownAs(row -> offset(frames.get(row)) < 0 ? "" : Formats.hex(offset(frames.get(row)))),
                Column.text("Object", OBJECT, row -> object(frames.get(row))),
                Column.text("Source", SOURCE, row -> source(frames.get(row))),
                Column.text("Certainty", WORD, row -> frames.get(row)
                                .certainty()
                                .word())
                        .withIcon(row -> icon(frames.get(row))),
                Column.address("Address", ADDRESS, row -> frames.get(row).address(), Formats::hex)
                        .shownAs(row -> frames.get(row).address() == 0
                                ? ""
                                : Formats.hex(frames.get(row).address())),
                Column.text("Note", NOTE, row -> frames.get(row).isStartup() ? "unmapped startup" : ""),
                Column.number("Line", OFFSET, row -> frames.get(row).mention().line(), Formats::count),
                Column.text(
                        "Trace", 0, row -> Shown.line(frames.get(row).mention().text())));
    }

    private static String symbol(Frame frame) {
        Spot spot = frame.spot();
        return spot == null ? "?" : Shown.line(spot.symbol() == null ? spot.name() : spot.symbol());
    }

    private static long offset(Frame frame) {
        Spot spot = frame.spot();
        return spot == null || spot.symbol() == null ? -1 : spot.offset();
    }

    private static String object(Frame frame) {
        Spot spot = frame.spot();
        return spot == null || spot.object() == null ? "" : Shown.line(spot.object());
    }

    private static String source(Frame frame) {
        Frame.SourceLine line = frame.source();
        return line == null ? "" : Shown.line(line.file()) + (line.line() > 0 ? ":" + line.line() : "");
    }

    private static String icon(Frame frame) {
        return switch (frame.certainty()) {
            case EXACT -> "same";
            case AMBIGUOUS -> "warning";
            case NONE -> "error";
        };
    }

    /** The relinks that fit. */
    static List<Column> candidates(List<String> candidates) {
        return List.of(
                Column.text("Relink", RELINK, row -> Shown.line(SymbolizeWords.name(candidates.get(row))))
                        .withIcon(_ -> "kernel"),
                Column.text("Ledger Entry", 0, row -> Shown.line(candidates.get(row))));
    }

    /** The others, and why not. */
    static List<Column> rejected(List<Rejected> rejected) {
        return List.of(
                Column.text(
                        "Relink",
                        RELINK,
                        row -> Shown.line(SymbolizeWords.name(rejected.get(row).entry()))),
                Column.text("Reason", 0, row -> Shown.line(rejected.get(row).reason())));
    }

    /** What speaks for the verdict. */
    static List<Column> evidence(List<String> evidence) {
        return List.of(Column.text("Evidence", 0, row -> Shown.line(evidence.get(row))));
    }
}
