package org.karlworkbench.ui.exposure;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.karlworkbench.compare.exposure.Disclosure;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.compare.exposure.ObjectShare;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.Shown;

/**
 * How the rows of a table are shown, and where one leads to.
 *
 * @param columns makes the columns of some rows
 * @param object the object to which a row leads
 * @param symbol the symbol in it, or an empty word
 */
record LeakColumns<R>(Function<List<R>, List<Column>> columns, Function<R, String> object, Function<R, String> symbol) {
    private static final int NAME = 170;
    private static final int OBJECT = 130;
    private static final int SECTION = 90;
    private static final int ADDRESS = 150;
    private static final int NUMBER = 90;

    static List<Column> known(List<Knowledge.Known> rows) {
        return List.of(
                name(row -> rows.get(row).name()),
                object(row -> rows.get(row).object()),
                section(row -> rows.get(row).section()),
                Column.number("Distance", NUMBER, row -> orZero(rows.get(row).distance()), Formats::count)
                        .shownAs(row -> rows.get(row).distance() == null
                                ? ""
                                : Formats.count(rows.get(row).distance())),
                Column.address("Address", ADDRESS, row -> orZero(rows.get(row).address()), Formats::hex)
                        .shownAs(row -> rows.get(row).address() == null
                                ? ""
                                : Formats.hex(rows.get(row).address())),
                Column.text("Because", 0, row -> LeakWords.because(rows.get(row).because())));
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }

    static List<Column> bounded(List<Knowledge.Bounded> rows) {
        return List.of(
                object(row -> rows.get(row).object()),
                section(row -> rows.get(row).section()),
                Column.address("Lowest", ADDRESS, row -> rows.get(row).low(), Formats::hex),
                Column.address("Highest", ADDRESS, row -> rows.get(row).high(), Formats::hex),
                Column.number(
                        "Range", 0, row -> rows.get(row).high() - rows.get(row).low(), Formats::bytes));
    }

    static List<Column> candidates(List<Knowledge.Candidate> rows) {
        return List.of(
                name(row -> rows.get(row).name()),
                object(row -> rows.get(row).object()),
                Column.decimal("Probability", 0, row -> rows.get(row).probability(), LeakColumns::probability));
    }

    private static String probability(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    static List<Column> objects(List<ObjectShare> rows) {
        return List.of(
                object(row -> rows.get(row).object()),
                Column.number("Functions", NUMBER, row -> rows.get(row).functions(), Formats::count),
                Column.number("Bytes", NUMBER, row -> rows.get(row).bytes(), Formats::count),
                Column.decimal("Exposed", 0, row -> rows.get(row).exposed(), LeakCards::decimal));
    }

    static List<Column> head(List<Disclosure> rows) {
        return List.of(
                object(row -> rows.get(row).object()),
                section(row -> rows.get(row).section()),
                Column.number("Offset", NUMBER, row -> rows.get(row).offset(), Formats::hex),
                Column.text("Kind", NUMBER, row -> rows.get(row).kind()),
                Column.text("Target", NAME, row -> Shown.line(rows.get(row).target())),
                Column.text("Target Object", 0, row -> Shown.line(rows.get(row).targetObject())));
    }

    private static Column name(IntFunction<String> name) {
        return Column.text("Name", NAME, row -> Shown.line(name.apply(row)));
    }

    private static Column object(IntFunction<String> name) {
        return Column.text("Object", OBJECT, row -> Shown.line(name.apply(row)));
    }

    private static Column section(IntFunction<String> name) {
        return Column.text("Section", SECTION, row -> Shown.line(name.apply(row)));
    }
}
