package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Export;

/** Filters by word, expression and column, typed as a person does, and what is exported of the rows that they leave. */
class FilterTest {
    @TempDir
    private Path folder;

    private ColumnTable table;
    private Rows rows;

    @BeforeEach
    void openAKernel() throws EngineException {
        Demo.cleanDesk();
        Path kernel = Demo.twoRelinks().getFirst();
        Demo.open(kernel);
        rows = Layout.read(kernel, null, null, Progress.NONE).symbols();
        table = Windows.table("kernel.symbols");
        Ui.until("all symbols are there", () -> table.shownRows().length == rows.count());
    }

    private interface Condition {
        boolean holds(int row);
    }

    private void leaves(String filter, Condition wanted) {
        Ui.run(() -> table.setFilter(filter));
        TreeSet<Integer> expected = new TreeSet<>();
        for (int row = 0; row < rows.count(); row++) {
            if (wanted.holds(row)) {
                expected.add(row);
            }
        }
        assertTrue(!expected.isEmpty() && expected.size() < rows.count(), filter + " tests nothing");
        Ui.until(filter, () -> Arrays.stream(table.shownRows())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new))
                .equals(expected));
    }

    @Test
    void everyKindOfTermLeavesWhatItSays() {
        long middle = rows.address(rows.count() / 2);
        Predicate<String> mem = name -> name.toLowerCase(Locale.ROOT).contains("mem");
        leaves("MEM", row -> mem.test(rows.name(row)) || mem.test(rows.object(row)));
        leaves("/^mem[a-z]+$/", row -> List.of(rows.name(row), rows.object(row), rows.section(row)).stream()
                .anyMatch(text -> text.matches("(?i)mem[a-z]+")));
        leaves("name:/^mem/", row -> rows.name(row).matches("(?i)mem.*"));
        leaves("section=.text", row -> rows.section(row).equals(".text"));
        leaves("object:pool", row -> rows.object(row).contains("pool"));
        leaves("kind:function size>100", row -> rows.kind(row).label().contains("function") && rows.size(row) > 100);
        leaves("size:0x10..64", row -> rows.size(row) >= 16 && rows.size(row) <= 64);
        leaves("size<=0", row -> rows.size(row) == 0);
        String range = "address:0x" + Long.toHexString(middle) + "-0xffffffffffffffff";
        leaves(range, row -> Long.compareUnsigned(rows.address(row), middle) >= 0);
        leaves("address<0x" + Long.toHexString(middle), row -> Long.compareUnsigned(rows.address(row), middle) < 0);
    }

    @Test
    void aWrongOneIsSaidInTheLineAndChangesNothing() {
        Robot.fill(Windows.field("kernel.symbols.filter"), "kind:function");
        Ui.until("functions are left", () -> table.shownRows().length < rows.count());
        int before = Ui.get(() -> table.shownRows().length);
        for (List<String> wrong : List.of(
                List.of("siez>4", "No column siez"),
                List.of("size>many", "many is no number"),
                List.of("name>4", "Name holds words"),
                List.of("size:", "Type what"),
                List.of("/a(b/", "is no expression"))) {
            Ui.run(() -> table.setFilter(wrong.get(0)));
            assertTrue(
                    Windows.label("kernel.symbols.count").contains(wrong.get(1)),
                    Windows.label("kernel.symbols.count"));
            assertEquals(before, (int) Ui.get(() -> table.shownRows().length), wrong.get(0));
        }
        Robot.fill(Windows.field("kernel.symbols.filter"), "sice:x");
        Shots.take("filter-wrong");
        Robot.fill(Windows.field("kernel.symbols.filter"), "");
        Ui.until("all are back", () -> table.shownRows().length == rows.count());
        assertTrue(Windows.label("kernel.symbols.count").endsWith(" rows"));
    }

    @Test
    void exportHasWhatTheFilterLeavesInTheOrderShown() throws IOException {
        Robot.fill(Windows.field("kernel.symbols.filter"), "kind:function size>100");
        Ui.until("few are left", () -> table.shownRows().length < rows.count());
        Control grid = Windows.control("kernel.symbols", Control.class);
        int[] before = Ui.get(table::shownRows);
        Robot.click(grid, 220, 8);
        Ui.until("they are sorted by size", () -> !Arrays.equals(before, table.shownRows()));
        int[] shown = Ui.get(table::shownRows);
        Path csv = FileDialogs.save("Export what is shown", folder.resolve("symbols.csv"));
        List<String> lines = Files.readAllLines(csv);
        assertEquals("address,size,name,object,section,kind", lines.getFirst());
        assertEquals(shown.length + 1, lines.size());
        Robot.click(grid, 220, 60);
        Path file = FileDialogs.save(() -> Robot.key("ctrl+alt+e"), folder.resolve("symbols.json"));
        JsonArray json =
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("rows");
        assertEquals(shown.length, json.size());
        for (int i = 0; i < shown.length; i++) {
            JsonObject row = json.get(i).getAsJsonObject();
            assertEquals(
                    "0x" + Long.toHexString(rows.address(shown[i])),
                    row.get("address").getAsString());
            assertEquals(rows.size(shown[i]), row.get("size").getAsLong());
            assertEquals(rows.name(shown[i]), row.get("name").getAsString());
            assertTrue(lines.get(i + 1).startsWith(row.get("address").getAsString() + "," + rows.size(shown[i]) + ","));
        }
    }

    @Test
    void anythingCanBeExported() throws IOException {
        List<String> names = List.of("a,b", "\"", "x\r\ny", "\u202e\u0000\ud800", "", "=1+2", "é𝄞", "\\");
        Export export = new Export(
                List.of(
                        Column.text("Odd Name (1)", 10, names::get),
                        Column.address("Address in A", 10, row -> -1L - row, Long::toString)
                                .shownAs(row -> row == 4 ? "" : "there"),
                        Column.number("Size", 10, row -> 1_000_000L * row, Formats::count)),
                new int[] {7, 6, 5, 4, 3, 2, 1, 0});
        StringWriter csv = new StringWriter();
        export.csv(csv);
        assertEquals(
                "oddName1,addressInA,size\r\n\\,0xfffffffffffffff8,7000000\r\né𝄞,0xfffffffffffffff9,6000000\r\n"
                        + "=1+2,0xfffffffffffffffa,5000000\r\n,,4000000\r\n\u202e\u0000\ud800,0xfffffffffffffffc,3000000\r\n"
                        + "\"x\r\ny\",0xfffffffffffffffd,2000000\r\n\"\"\"\",0xfffffffffffffffe,1000000\r\n"
                        + "\"a,b\",0xffffffffffffffff,0\r\n",
                csv.toString());
        StringWriter json = new StringWriter();
        export.json(json);
        JsonArray read =
                JsonParser.parseString(json.toString()).getAsJsonObject().getAsJsonArray("rows");
        for (int i = 0; i < names.size(); i++) {
            JsonObject row = read.get(names.size() - 1 - i).getAsJsonObject();
            assertEquals(names.get(i), row.get("oddName1").getAsString());
            assertEquals(i == 4, row.get("addressInA").isJsonNull());
            assertEquals(1_000_000L * i, row.get("size").getAsLong());
        }
    }

    /** What is shown as 12.34 % or 0.5 is filtered and exported as that, not as the whole number by which it is sorted. */
    @Test
    void numbersThatAreNotWhole() throws Exception {
        double[] values = {0.5, 12.34, -1.000000001, Double.NaN, 100};
        List<Column> columns =
                List.of(Column.decimal("Share", 10, row -> values[row], value -> String.format("%.1f %%", value)));
        StringWriter csv = new StringWriter();
        new Export(columns, new int[] {0, 1, 2, 3, 4}).csv(csv);
        assertEquals("share\r\n0.5\r\n12.34\r\n-1.000000001\r\n\r\n100\r\n", csv.toString());
        StringWriter json = new StringWriter();
        new Export(columns, new int[] {1, 3}).json(json);
        JsonArray read =
                JsonParser.parseString(json.toString()).getAsJsonObject().getAsJsonArray("rows");
        assertEquals(12.34, read.get(0).getAsJsonObject().get("share").getAsDouble());
        assertTrue(read.get(1).getAsJsonObject().get("share").isJsonNull());
    }
}
