package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Hit;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.ColumnTable;

/** The address map and the tables of a kernel that was relinked from the demo kit. */
class KernelEditorTest {
    private static final int OBJECTS = 1;
    private Path kernel;
    private AddressMap map;

    @BeforeEach
    void openTheKernel() {
        Demo.cleanDesk();
        kernel = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
        Demo.open(kernel);
        map = Windows.control("kernel.map", AddressMap.class);
        Properties.show();
    }

    @Test
    void theSymbolTableSaysWhatNmSays() {
        Set<String> shown = rows(Windows.table("kernel.symbols"), 0, 2);
        for (Nm symbol : Nm.of(kernel)) {
            String row = Formats.hex(symbol.address()) + " " + symbol.name();
            assertTrue(shown.contains(row), row + " is missing");
        }
        int onMap = Ui.get(() -> map.model().lane(2).count());
        assertEquals(shown.size(), onMap, "the map has the same symbols");
    }

    @Test
    void whatIsClickedOnTheMapIsSelectedInTheTableAndInProperties() {
        int row = Ui.get(this::widestObject);
        clickOnMap(OBJECTS, row);
        Ui.until("the map has the selection", () -> map.selectedLane() == OBJECTS && map.selectedIndex() == row);
        ColumnTable objects = Windows.table("kernel.objects");
        assertArrayEquals(new int[] {row}, Ui.get(objects::selection));
        Properties.says("Name", Ui.get(() -> objects.cellText(2, position(objects, row))));
        Properties.says("Address", Ui.get(() -> objects.cellText(0, position(objects, row))));
        Shots.take("kernel-selected");
    }

    @Test
    void aRowThatIsClickedIsSelectedOnTheMap() {
        Robot.click(Windows.control("kernel.symbols", Control.class), 200, 60);
        ColumnTable symbols = Windows.table("kernel.symbols");
        Ui.until("a row is selected", () -> symbols.selection().length == 1);
        int row = Ui.get(() -> symbols.selection()[0]);
        Ui.until("the map shows it", () -> map.selectedLane() == 2 && map.selectedIndex() == row);
        Properties.says("Name", Ui.get(() -> symbols.cellText(2, position(symbols, row))));
    }

    @Test
    void propertiesBeginAtTheTopAtEachSelection() {
        Control symbols = Windows.control("kernel.symbols", Control.class);
        Robot.click(symbols, 200, 60);
        Tree properties = Properties.tree();
        Robot.wheel(properties, 100, 60, false, 20);
        Ui.until("Properties are scrolled", () -> properties.getTopItem() != properties.getItem(0));
        Robot.click(symbols, 200, 85);
        Ui.until("Properties begin at the top", () -> properties.getTopItem() == properties.getItem(0));
    }

    /**
     * Where the draw left a hole there is nothing to hold on to; it is never as wide as what lies left of it. What is there
     * reaches over the pixels beside it too, or part of its pixel may be such a hole.
     */
    private int overAnItem(int from, int y) {
        return IntStream.iterate(from, x -> x > 0, x -> x - 1)
                .filter(x -> map.itemAt(x, y) != null && isSame(x, x - 1, y) && isSame(x, x + 1, y))
                .findFirst()
                .orElseThrow();
    }

    private boolean isSame(int x, int beside, int y) {
        Hit hit = map.itemAt(x, y);
        Hit other = map.itemAt(beside, y);
        return other != null && other.lane() == hit.lane() && other.index() == hit.index();
    }

    @Test
    void theWheelZoomsAboutThePointer() {
        int y = Ui.get(() -> map.getSize().y / 2);
        int x = Ui.get(() -> overAnItem(map.getSize().x * 2 / 3, y));
        double whole = Ui.get(() -> map.window().viewport().span());
        Hit before = Ui.get(() -> map.itemAt(x, y));
        Robot.wheel(map, x, y, true, 4);
        Ui.until("less is shown", () -> map.window().viewport().span() < whole * 0.8);
        Hit zoomed = Ui.get(() -> map.itemAt(x, y));
        assertEquals(before.lane(), zoomed.lane());
        if (before.count() == 1) { // more than one share the pixel before, and part when they grow
            assertEquals(before.index(), zoomed.index(), "the pointer is over the same item");
        }
        Shots.take("kernel-zoomed");
        Robot.wheel(map, x, y, false, 12);
        Ui.until("all is shown", () -> map.window().viewport().span() >= whole * 0.999);
        Rectangle place = Ui.get(() -> map.boundsOf(zoomed.lane(), zoomed.index()));
        assertTrue(
                place.x - 1 <= x && x <= place.x + place.width + 1, x + " is not over what was shown there: " + place);
    }

    @Test
    void theFilterLeavesWhatContainsTheWords() {
        ColumnTable symbols = Windows.table("kernel.symbols");
        int all = Ui.get(() -> symbols.shownRows().length);
        Robot.fill(Windows.field("kernel.symbols.filter"), "sched");
        Ui.until("some rows are left", () -> symbols.shownRows().length < all);
        int left = Ui.get(() -> symbols.shownRows().length);
        assertTrue(left > 0);
        for (int position = 0; position < left; position++) {
            int shown = position;
            String row = Ui.get(() -> String.join(
                    " ",
                    IntStream.range(0, 6)
                            .mapToObj(column -> symbols.cellText(column, shown))
                            .toList()));
            assertTrue(row.contains("sched"), row);
        }
        assertEquals(
                Formats.count(left) + " of " + Formats.count(all) + " rows", Windows.label("kernel.symbols.count"));
        Shots.take("kernel-filtered");
    }

    private int widestObject() {
        int widest = 0;
        for (int row = 0; row < map.model().lane(OBJECTS).count(); row++) {
            Rectangle area = map.boundsOf(OBJECTS, row);
            Rectangle best = map.boundsOf(OBJECTS, widest);
            widest = area != null && (best == null || area.width > best.width) ? row : widest;
        }
        return widest;
    }

    private void clickOnMap(int lane, int row) {
        Rectangle area = Ui.get(() -> map.boundsOf(lane, row));
        Robot.click(map, area.x + area.width / 2, area.y + area.height / 2);
    }

    private static int position(ColumnTable table, int row) {
        int[] rows = table.shownRows();
        return IntStream.range(0, rows.length)
                .filter(place -> rows[place] == row)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> rows(ColumnTable table, int address, int name) {
        return Ui.get(() -> {
            Set<String> rows = new HashSet<>();
            for (int row = 0; row < table.shownRows().length; row++) {
                rows.add(table.cellText(address, row) + " " + table.cellText(name, row));
            }
            return rows;
        });
    }
}
