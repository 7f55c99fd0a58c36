package org.karlworkbench.ui.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.karlworkbench.compare.lab.Guessing;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.Shown;

/** The columns of the tables of a laboratory result. */
final class LabColumns {
    private static final int NAME = 180;
    private static final int OBJECT = 140;
    private static final int SHORT = 80;
    private static final int NUMBER = 130;

    private record Key(String object, String name) {}

    private LabColumns() {}

    /**
     * Those of symbols.
     *
     * @param rows the symbols
     * @param other the result that they are held against, or null
     */
    static List<Column> symbols(List<LabResult.SymbolFigures> rows, LabResult other) {
        List<Column> columns = new ArrayList<>(List.of(
                text("Name", NAME, row -> rows.get(row).name()),
                text("Object", OBJECT, row -> rows.get(row).object()),
                text("Kind", SHORT, row -> rows.get(row).kind()),
                bits("Min-Entropy", row -> rows.get(row).exact().minEntropy())));
        if (other != null) {
            beside(columns, rows, other);
        }
        columns.addAll(List.of(
                guess("Best Guess", row -> rows.get(row).exact()),
                half("Guesses for Half", row -> rows.get(row).exact()),
                bits("Page Min-Entropy", row -> rows.get(row).page().minEntropy()),
                guess("Page Best Guess", row -> rows.get(row).page()),
                half("Pages for Half", row -> rows.get(row).page()),
                bits("Shannon", row -> rows.get(row).spread().shannon()),
                bits("Corrected", row -> rows.get(row).spread().corrected()),
                text("Basis", 0, row -> rows.get(row).basis().label())));
        return columns;
    }

    private static void beside(List<Column> columns, List<LabResult.SymbolFigures> rows, LabResult other) {
        Map<Key, Double> bits = new HashMap<>();
        other.symbols()
                .forEach(each -> bits.put(
                        new Key(each.object(), each.name()), each.exact().minEntropy()));
        IntToDoubleFunction there = row ->
                bits.getOrDefault(new Key(rows.get(row).object(), rows.get(row).name()), Double.NaN);
        columns.add(bits("Min-Entropy There", there));
        columns.add(bits(
                "Gained",
                row -> there.applyAsDouble(row) - rows.get(row).exact().minEntropy()));
    }

    static List<Column> sections(List<LabResult.SectionFigures> rows) {
        return List.of(
                text("Section", NAME, row -> rows.get(row).name()),
                Column.number("Contributors", NUMBER, row -> rows.get(row).contributors(), Formats::count),
                Column.number("Starts", NUMBER, row -> rows.get(row).start().values(), Formats::count),
                guess("Best Guess", row -> rows.get(row).start()),
                text("Basis", 0, row -> rows.get(row).basis().label()));
    }

    static List<Column> residue(List<LabResult.Residue> rows) {
        return List.of(
                text("Name", NAME, row -> rows.get(row).name()),
                text("Object", OBJECT, row -> rows.get(row).object()),
                text("Kind", SHORT, row -> rows.get(row).kind()),
                guess("Best Guess", row -> rows.get(row).guessing()),
                Column.number("Values", NUMBER, row -> rows.get(row).guessing().values(), Formats::count),
                text("Reason", 2 * NAME, row -> rows.get(row).reason()),
                text("Basis", 0, row -> rows.get(row).basis().label()));
    }

    static List<Column> models(List<LabResult.ModelNote> rows) {
        return List.of(
                text("Section", NAME, row -> rows.get(row).section()),
                Column.number("Objects", NUMBER, row -> rows.get(row).objects(), Formats::count),
                text("Basis", SHORT, row -> rows.get(row).basis().label()),
                Column.decimal(
                        "Standard Error",
                        NUMBER,
                        row -> 100 * rows.get(row).relativeError(),
                        percent -> String.format(Locale.ROOT, "%.2f %%", percent)),
                text("Why Not Exact", 0, row -> rows.get(row).why()));
    }

    private static Column text(String title, int width, IntFunction<String> text) {
        return Column.text(title, width, row -> Shown.line(text.apply(row)));
    }

    private static Column guess(String title, IntFunction<Guessing> guessing) {
        return Column.decimal(
                title,
                NUMBER,
                row -> guessing.apply(row).guess1(),
                probability -> String.format(Locale.ROOT, "%.6f", probability));
    }

    private static Column half(String title, IntFunction<Guessing> guessing) {
        return Column.number(title, NUMBER, row -> guessing.apply(row).guesses50(), Formats::count);
    }

    /** A number of bits; not a number is an empty cell. */
    private static Column bits(String title, IntToDoubleFunction bits) {
        return Column.decimal(
                title, NUMBER, bits, value -> String.format(Locale.ROOT, "%.2f", Math.rint(100 * value) / 100 + 0.0));
    }
}
