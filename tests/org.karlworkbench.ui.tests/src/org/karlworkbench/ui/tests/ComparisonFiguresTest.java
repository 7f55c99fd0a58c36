package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.compare.report.FigureRow;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.table.ColumnTable;

/** The figures of a comparison, gadgets among them, are those of {@code karl diff --json} of the same pair. */
class ComparisonFiguresTest {
    @TempDir
    Path folder;

    private Path a;
    private Path b;

    @BeforeEach
    void compare() {
        Demo.cleanDesk();
        List<Path> two = Demo.twoRelinks();
        a = two.get(0);
        b = two.get(1);
        Demo.cleanDesk();
        Ui.run(() -> Opener.comparison(Ui.page(), a, b));
        Windows.control("comparison.legend", Control.class);
        Ui.until("the gadgets are found", () -> shown("survivors").contains(" of "));
    }

    private JsonObject told() throws Exception {
        String kit = KitFiles.load(KitFile.path(Demo.kit())).getSource();
        return KarlCommand.json("diff", "--kit", kit, "--gadgets", "--rows", a.toString(), b.toString());
    }

    @Test
    void cardsAndTablesTellTheFiguresOfTheCommand() throws Exception {
        JsonObject told = told();
        cards(told);
        Windows.tab("comparison.tabs", "Figures");
        ColumnTable table = Windows.table("comparison.figures.table");
        Ui.until("the figures of gadgets are among them", () -> rows(table).containsKey("survivors"));
        Map<String, List<String>> rows = Ui.get(() -> rows(table));
        for (String gap : List.of("text0", "text1", "rodata", "data", "bss")) {
            assertEquals(
                    told.getAsJsonObject("gapsA").get(gap).getAsString() + " and "
                            + told.getAsJsonObject("gapsB").get(gap).getAsString(),
                    rows.get("gap " + gap).getFirst());
        }
        pairs(told, rows, "pairs of functions", "functionFunction");
        pairs(told, rows, "functions with variables", "functionVariable");
        pairs(told, rows, "pairs of variables", "variableVariable");
        beside(rows.get("Kendall's tau"), told.get("kendallTau"), 0, told.get("kendallTauDeviation"));
        gadgets(told.getAsJsonObject("gadgets"), rows);
        Shots.take("comparison-figures");
    }

    private static void cards(JsonObject told) {
        JsonObject pairs = told.getAsJsonObject("pairsInvariant").getAsJsonObject("functionFunction");
        double share = pairs.get("kept").getAsDouble() / pairs.get("pairs").getAsDouble();
        assertEquals(String.format(Locale.ROOT, "%.2f %%", 100 * share), figure("pairs.functions"));
        JsonObject gadgets = told.getAsJsonObject("gadgets");
        assertEquals(
                Formats.count(gadgets.get("survivors").getAsLong()) + " of "
                        + Formats.count(
                                gadgets.getAsJsonObject("candidates").get("a").getAsLong()),
                figure("survivors"));
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "%.2f %%",
                        100 * gadgets.get("contentInCommon").getAsDouble()),
                figure("common"));
    }

    private static void pairs(JsonObject told, Map<String, List<String>> rows, String name, String field) {
        JsonObject pairs = told.getAsJsonObject("pairsInvariant").getAsJsonObject(field);
        double mean = pairs.get("expectedByBlocks").getAsDouble()
                + pairs.get("expectedByChance").getAsDouble();
        beside(rows.get(name + " that keep their distance"), pairs.get("kept"), mean, pairs.get("deviation"));
    }

    /** Measured, by chance, sigma, and the words for that. */
    private static void beside(List<String> row, JsonElement measured, double mean, JsonElement deviation) {
        double sigma = (measured.getAsDouble() - mean) / deviation.getAsDouble();
        double tenths = Math.rint(10 * sigma) / 10 + 0.0;
        String words = Math.abs(sigma) < 2
                ? "as by chance"
                : (Math.abs(sigma) < 5 ? "" : "far ") + (sigma > 0 ? "more" : "less") + " than by chance";
        assertEquals(
                List.of(
                        FigureRow.number(measured.getAsDouble()),
                        FigureRow.number(mean),
                        String.format(Locale.ROOT, "%+.1f", tenths),
                        words),
                row.subList(0, 4));
    }

    private static void gadgets(JsonObject told, Map<String, List<String>> rows) {
        for (String both : List.of("candidates", "intended", "unintended")) {
            JsonObject each = told.getAsJsonObject(both);
            assertEquals(
                    each.get("a").getAsString() + " and " + each.get("b").getAsString(),
                    rows.get(both).getFirst());
        }
        assertEquals(told.get("born").getAsString(), rows.get("born").getFirst());
        assertEquals(told.get("lost").getAsString(), rows.get("lost").getFirst());
        beside(
                rows.get("survivors"),
                told.get("survivors"),
                told.get("survivorsByChance").getAsDouble(),
                told.get("survivorsDeviation"));
        for (var region : told.getAsJsonObject("byRegion").entrySet()) {
            assertEquals(
                    region.getValue().getAsJsonObject().get("survivors").getAsString(),
                    rows.get("survivors in the " + region.getKey()).getFirst());
        }
        Windows.tab("comparison.tabs", "Gadgets");
        ColumnTable sequences = Windows.table("comparison.sequences");
        assertEquals(told.getAsJsonArray("classes").size(), (int) Ui.get(sequences::lineCount));
        JsonObject most = told.getAsJsonArray("classes").get(0).getAsJsonObject();
        assertEquals(
                most.get("bytes").getAsString(),
                Ui.get(() -> sequences.cellText(0, 0)).replace(" ", ""));
        assertEquals(Formats.count(most.get("copies").getAsLong()), Ui.get(() -> sequences.cellText(1, 0)));
        assertEquals(Formats.count(most.get("copiesB").getAsLong()), Ui.get(() -> sequences.cellText(2, 0)));
        ColumnTable changes = Windows.table("comparison.changes");
        assertEquals(told.getAsJsonArray("changes").size(), (int) Ui.get(changes::lineCount));
        Shots.take("comparison-gadgets");
    }

    @Test
    void theReportHoldsWhatTheCommandPrints() throws Exception {
        Path json = FileDialogs.save("Save Report", folder.resolve("report.json"));
        assertSame("", told(), JsonParser.parseString(Files.readString(json)));
        String html = Files.readString(FileDialogs.save("Save Report", folder.resolve("report.html")));
        assertTrue(html.contains("<svg") && html.contains("survivors in the body"), "pictures, and gadgets by region");
        String csv = Files.readString(FileDialogs.save("Save Report", folder.resolve("report.csv")));
        assertEquals(told().getAsJsonArray("rows").size(), csv.lines().count() - 1);
    }

    /** Part by part, so that a difference can be read. */
    private static void assertSame(String place, JsonElement expected, JsonElement actual) {
        if (expected.isJsonObject() && actual.isJsonObject()) {
            assertEquals(
                    expected.getAsJsonObject().keySet(),
                    actual.getAsJsonObject().keySet(),
                    place);
            expected.getAsJsonObject()
                    .entrySet()
                    .forEach(each -> assertSame(
                            place + "." + each.getKey(),
                            each.getValue(),
                            actual.getAsJsonObject().get(each.getKey())));
        } else if (expected.isJsonArray() && actual.isJsonArray()) {
            assertEquals(
                    expected.getAsJsonArray().size(), actual.getAsJsonArray().size(), place);
            for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
                assertSame(
                        place + "[" + i + "]",
                        expected.getAsJsonArray().get(i),
                        actual.getAsJsonArray().get(i));
            }
        } else {
            assertEquals(expected, actual, place);
        }
    }

    @Test
    void aSearchThatWasCancelledIsBegunAgain() {
        IJobChangeListener held = new JobChangeAdapter() {
            @Override
            public void aboutToRun(IJobChangeEvent event) {
                if (event.getJob().getName().equals("Looking for Gadgets")) {
                    event.getJob().sleep(); // so that a hand is fast enough on any machine
                }
            }
        };
        Job.getJobManager().addJobChangeListener(held);
        try {
            Ui.run(() -> {
                Ui.page().closeAllEditors(false);
                Opener.comparison(Ui.page(), a, b);
            });
            Windows.control("comparison.legend", Control.class);
            Windows.tab("comparison.tabs", "Gadgets");
            Robot.click(Windows.control("comparison.gadgets.link", Hyperlink.class)); // Cancel
            Ui.until("nothing is made up", () -> shown("survivors").equals("not known"));
        } finally {
            Job.getJobManager().removeJobChangeListener(held);
        }
        Robot.click(Windows.control("comparison.gadgets.link", Hyperlink.class)); // Look for Gadgets
        Windows.table("comparison.sequences");
        Ui.until("the gadgets are found", () -> shown("survivors").contains(" of "));
    }

    private static Map<String, List<String>> rows(ColumnTable table) {
        Map<String, List<String>> rows = new HashMap<>();
        for (int row = 0; row < table.shownRows().length; row++) {
            rows.put(
                    table.cellText(0, row),
                    List.of(
                            table.cellText(1, row),
                            table.cellText(2, row),
                            table.cellText(3, row),
                            table.cellText(4, row)));
        }
        return rows;
    }

    private static String figure(String id) {
        return Windows.label("figure." + id);
    }

    /** A figure at this moment, empty where there is none; to be used on the UI thread. */
    private static String shown(String id) {
        List<Label> found = new ArrayList<>();
        Windows.collect(Label.class, label -> ("figure." + id).equals(label.getData(Ids.KEY)), found);
        return found.isEmpty() ? "" : found.getFirst().getText();
    }
}
