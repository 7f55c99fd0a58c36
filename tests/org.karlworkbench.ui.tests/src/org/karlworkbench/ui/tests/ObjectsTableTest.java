package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** The table of objects: totals, groups, chosen columns and kept filters, by keys and by mouse. */
class ObjectsTableTest {
    private static final int ALL = 1;
    private static final int SHOWN = 2;
    private static final int FIRST = 3;

    private KitEditor editor;
    private ColumnTable table;
    private NatTable grid;

    @BeforeEach
    void openTheObjects() {
        Demo.cleanDesk();
        forgetChoices();
        openAnew();
    }

    private void openAnew() {
        Ui.run(() -> Ui.page().closeAllEditors(false));
        editor = Demo.open(Demo.kit());
        Windows.tab("kit.tabs", "Objects");
        look();
    }

    /** Finds the table again, whose grid is made anew for other columns. */
    private void look() {
        table = Windows.table("kit.objects");
        grid = Windows.control("kit.objects", NatTable.class);
        Ui.until("all objects are there", () -> table.lineCount() > 0);
    }

    @AfterEach
    void leaveNothing() {
        Ui.run(() -> Ui.page().closeAllEditors(false));
        forgetChoices();
    }

    private static void forgetChoices() {
        Ui.run(() -> {
            for (String each : List.of("kit.objects", "kernel.symbols")) {
                Remembered.of("Columns").put(each, new String[0]);
                Remembered.of("Filters").put(each, new String[0]);
                Remembered.of("Groups").put(each, "");
            }
        });
    }

    @Test
    void totalsAreOfAllAndOfWhatIsShown() {
        assertEquals("All: " + table.shownRows().length, cell(0, ALL));
        assertEquals(sum(KitObject::getText, ""), cell(2, ALL));
        assertEquals(sum(KitObject::getFunctions, ""), cell(6, ALL));
        assertEquals(cell(2, ALL), cell(2, SHOWN));
        int all = table.shownRows().length;
        Robot.fill(Windows.field("kit.objects.filter"), "name:o role=body text>500");
        Ui.until("few are left", () -> table.shownRows().length < all / 2);
        Ui.until("and are lines of the table", () -> table.cellText(0, 0).equals(cell(0, FIRST)));
        int[] shown = Ui.get(table::shownRows);
        assertEquals("Shown: " + shown.length, cell(0, SHOWN));
        long text = Arrays.stream(shown)
                .mapToLong(row -> editor.model().known().getObjects().get(row).getText())
                .sum();
        assertEquals(Formats.count(text), cell(2, SHOWN));
        assertEquals(sum(KitObject::getText, ""), cell(2, ALL));
        Shots.take("objects-totals");
        Robot.fill(Windows.field("kit.objects.filter"), "");
    }

    @Test
    void groupsHaveHeadingsWithSumsAndOpenByKeys() {
        int rows = table.shownRows().length;
        Ui.run(table::setFocus);
        menu("ctrl+alt+g", "Home", "Down", "Return");
        Ui.until("there are headings", () -> table.lineCount() == rows + 3);
        assertEquals("▾ head (1)", cell(0, FIRST));
        assertEquals(sum(KitObject::getText, "head"), cell(2, FIRST));
        assertEquals("▾ body (" + (rows - 2) + ")", cell(0, FIRST + 2));
        assertEquals(sum(KitObject::getBss, "body"), cell(5, FIRST + 2));
        Shots.take("objects-groups");
        Robot.click(row(FIRST + 2));
        Robot.key("Left");
        Ui.until("the body is closed", () -> table.lineCount() == 5);
        assertEquals("▸ body (" + (rows - 2) + ")", cell(0, FIRST + 2));
        assertEquals(rows, table.shownRows().length, "what is closed is there all the same");
        Robot.key("Right");
        Ui.until("the body is open", () -> table.lineCount() == rows + 3);
        Robot.key("Return");
        Ui.until("it is closed again", () -> table.lineCount() == 5);
        Ui.run(() -> editor.showObject("pool.o"));
        Ui.until("what is shown opens its group", () -> table.lineCount() == rows + 3 && table.selection().length == 1);
        openAnew();
        Ui.until("groups are there after a restart too", () -> table.lineCount() == rows + 3);
        Ui.run(table::setFocus);
        menu("ctrl+alt+g", "n");
        Ui.until("there are no groups", () -> table.lineCount() == rows);
    }

    @Test
    void columnsAreChosenMovedAndKept() {
        Ui.run(table::setFocus);
        Robot.key("ctrl+alt+k");
        Table list = Windows.control("columns.list", Table.class);
        Ui.run(list::setFocus);
        Robot.key("Home", "Down", "space");
        Ui.until("Role is off", () -> !list.getItem(1).getChecked());
        Robot.key("End", "alt+Up", "alt+Up");
        Ui.until("Alignment has moved", () -> list.getItem(5).getText().equals("Alignment"));
        Shots.take("objects-columns");
        Robot.key("Return");
        List<String> wanted = List.of("Name", "Text", "Read-Only Data", "Data", "Alignment", "BSS", "Functions");
        Ui.until("the columns are as chosen", () -> titles().equals(wanted));
        Robot.fill(Windows.field("kit.objects.filter"), "role=head");
        Ui.until("a hidden column filters", () -> table.shownRows().length == 1);
        Robot.fill(Windows.field("kit.objects.filter"), "");
        look();
        Point edge = Ui.get(() -> grid.toDisplay(grid.getStartXOfColumnPosition(2) - 1, 8));
        Robot.drag(edge, new Point(edge.x + 60, edge.y));
        Ui.until("Text is wider", () -> widthKept("Text") >= 140);
        Point bss = Ui.get(() -> grid.toDisplay(grid.getStartXOfColumnPosition(5) + 40, 8));
        Point text = Ui.get(() -> grid.toDisplay(grid.getStartXOfColumnPosition(1) + 8, 8));
        Robot.drag(bss, text);
        openAnew();
        Ui.until("they are as a person left them", () -> titles().equals(
                        List.of("Name", "BSS", "Text", "Read-Only Data", "Data", "Alignment", "Functions")));
        assertTrue(Ui.get(() -> grid.getColumnWidthByPosition(2)) >= 140, "width");
        Shots.take("objects-columns-kept");
    }

    private static int widthKept(String title) {
        return Remembered.rows("Columns", "kit.objects").stream()
                .filter(words -> words.getFirst().equals(title))
                .mapToInt(words -> Integer.parseInt(words.get(1)))
                .findFirst()
                .orElse(0);
    }

    private List<String> titles() {
        return table.shownColumns().stream().map(Column::title).toList();
    }

    @Test
    void filtersAreKeptByNameForAllKernelsAndKits() {
        Robot.fill(Windows.field("kit.objects.filter"), "text>2000 role=body");
        int left = Ui.get(() -> table.shownRows().length);
        keep("Large ones");
        Robot.fill(Windows.field("kit.objects.filter"), "");
        Ui.until("all are back", () -> table.shownRows().length > left);
        openAnew();
        Text filter = Windows.field("kit.objects.filter");
        Robot.click(filter);
        menu("ctrl+alt+f", "Home", "Return");
        Ui.until(
                "the filter is as it was kept",
                () -> filter.getText().equals("text>2000 role=body") && table.shownRows().length == left);
        Demo.open(Demo.twoRelinks().getFirst());
        ColumnTable symbols = Windows.table("kernel.symbols");
        Robot.fill(Windows.field("kernel.symbols.filter"), "kind:function");
        keep("Functions");
        Robot.fill(Windows.field("kernel.symbols.filter"), "");
        Robot.key("ctrl+alt+f");
        Ui.until("the menu is open", ObjectsTableTest::menuIsOpen);
        Shots.take("filters-kept");
        Robot.key("Home", "Return");
        Ui.until("functions are left", () -> symbols.filter().equals("kind:function"));
        menu("ctrl+alt+f", "f", "Return");
        Ui.until("it is forgotten", () -> Remembered.of("Filters").getArray("kernel.symbols").length == 0);
    }

    private static void keep(String name) {
        menu("ctrl+alt+f", "k");
        Windows.answer("Keep Filter", name);
    }

    /** Opens a menu by its key, waits until it is there, and presses keys in it. */
    private static void menu(String open, String... keys) {
        Robot.key(open);
        Ui.until("the menu is open", ObjectsTableTest::menuIsOpen);
        Robot.key(keys);
        Ui.until("the menu is closed", () -> !menuIsOpen());
    }

    private static boolean menuIsOpen() {
        List<ToolBar> bars = new ArrayList<>();
        Windows.collect(ToolBar.class, bar -> bar.getData("open menu") instanceof Menu, bars);
        return !bars.isEmpty();
    }

    private Point row(int position) {
        return Ui.get(() -> grid.toDisplay(60, grid.getStartYOfRowPosition(position) + 8));
    }

    private String cell(int column, int row) {
        return Ui.get(() -> String.valueOf(grid.getDataValueByPosition(column, row)));
    }

    private String sum(ToLongFunction<KitObject> figure, String role) {
        return Formats.count(editor.model().known().getObjects().stream()
                .filter(object ->
                        role.isEmpty() || object.getRole().getLiteral().equals(role))
                .mapToLong(figure)
                .sum());
    }
}
