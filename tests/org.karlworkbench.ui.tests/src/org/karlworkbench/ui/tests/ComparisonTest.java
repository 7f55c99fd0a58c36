package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.RibbonBand;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.table.ColumnTable;

/** Two relinks of one kit, chosen in Project Explorer and looked at side by side. */
class ComparisonTest {
    private static final int OBJECTS = 1;
    private static final int SYMBOLS = 2;
    private Path a;
    private Path b;

    @BeforeEach
    void compare() {
        Demo.cleanDesk();
        List<Path> two = Demo.twoRelinks();
        a = two.get(0);
        b = two.get(1);
        Demo.cleanDesk();
        Explorer.click("Demo", "demo", "Relinks", a.getFileName().toString());
        Explorer.ctrlClick("Demo", "demo", "Relinks", b.getFileName().toString());
        Robot.key("ctrl+alt+c");
        Windows.control("comparison.map.b", AddressMap.class);
        Ui.until("the cards are the last ones, with the gadgets", () -> Windows.words("figure.survivors")
                .contains(" of "));
        Properties.show();
    }

    /** A window is laid out while kernels are still read. */
    @Test
    void itIsLaidOutBeforeItIsRead() {
        Demo.cleanDesk();
        Ui.run(() -> {
            Opener.comparison(Ui.page(), b, a);
            Ui.page().getWorkbenchWindow().getShell().layout(true, true);
        });
        Windows.control("comparison.map.b", AddressMap.class);
    }

    /** In a window that shares the screen each map has its lanes, whatever else goes. */
    @Test
    void lowMapsShowTheirLanes() {
        AddressMap map = Windows.control("comparison.map.a", AddressMap.class);
        Shell window = Ui.get(map::getShell);
        Ui.run(() -> {
            window.setMaximized(false);
            window.setSize(1400, 900);
        });
        Ui.until("the window is that low", () -> window.getSize().y <= 900 && map.getSize().y < 200);
        Ui.until("a function is seen", () -> {
            Rectangle place = map.boundsOf(SYMBOLS, 20);
            return place != null && place.y + place.height <= map.getSize().y;
        });
        Shots.take("comparison-low");
        Ui.run(() -> window.setMaximized(true));
    }

    @Test
    void theFiguresAreThoseOfTheEngine() throws EngineException {
        Figures figures =
                Comparison.of(layout(a), layout(b), null, null, Progress.NONE).figures();
        assertTrue(figures.symbolsMoved() > 0);
        assertEquals(Formats.count(figures.symbolsMoved()), figure("moved"));
        assertEquals(Formats.count(figures.symbolsFixed()), figure("fixed"));
        assertEquals(0, figures.symbolsOnlyInA() + figures.symbolsOnlyInB());
        assertEquals(
                Formats.count(figures.functionsAtSameAddress()) + " of " + Formats.count(figures.functions()),
                figure("functions"));
        var order = figures.order().orElseThrow();
        assertEquals(String.format(Locale.ROOT, "%.3f", order.kendallTau()), figure("kendall"));
        assertEquals(Formats.count(order.adjacenciesKept()), figure("adjacencies"));
        assertEquals(Formats.count(order.longestRun()), figure("run"));
        assertEquals("same", figure("content"));
        Shots.take("comparison");
    }

    @Test
    void theFiguresAreThoseOfTheCommand() throws EngineException {
        String kit = KitFiles.load(KitFile.path(Demo.kit())).getSource();
        JsonObject said = KarlCommand.json("diff", "--kit", kit, a.toString(), b.toString());
        assertEquals(count(said, "symbolsMoved"), figure("moved"));
        assertEquals(count(said, "symbolsFixed"), figure("fixed"));
        assertEquals(count(said, "functionsAtSameAddress") + " of " + count(said, "functions"), figure("functions"));
        assertEquals(String.format(Locale.ROOT, "%.3f", said.get("kendallTau").getAsDouble()), figure("kendall"));
        assertEquals(count(said, "adjacenciesKept"), figure("adjacencies"));
        assertEquals(count(said, "longestRun"), figure("run"));
        assertEquals(said.get("sameContent").getAsBoolean(), figure("content").equals("same"));
    }

    private static String count(JsonObject said, String figure) {
        return Formats.count(said.get(figure).getAsLong());
    }

    @Test
    void noCardOfAFigureIsAloneInItsLine() {
        Composite cards = Windows.control("comparison.figures", Composite.class);
        Shell window = Ui.get(cards::getShell);
        Ui.run(() -> window.setMaximized(false));
        for (int width : List.of(1600, 1300, 1100)) {
            Ui.run(() -> window.setSize(width, 900));
            Ui.until("the window is that narrow", () -> window.getSize().x <= width && cards.getSize().x < width);
            Ui.until("all cards are in lines of several", () -> linesAreEven(cards));
            Shots.take("comparison-" + width);
        }
        Ui.run(() -> window.setMaximized(true));
    }

    /** Every line is as long as the first but the last, which lacks less than a card for each line. */
    private static boolean linesAreEven(Composite cards) {
        Map<Integer, Long> lines = Arrays.stream(cards.getChildren())
                .collect(Collectors.groupingBy(card -> card.getLocation().y, TreeMap::new, Collectors.counting()));
        long longest = lines.values().stream().mapToLong(count -> count).max().orElse(0);
        long missing = longest * lines.size() - cards.getChildren().length;
        boolean inside = Arrays.stream(cards.getChildren())
                .allMatch(card -> card.getBounds().x + card.getBounds().width <= cards.getSize().x
                        && card.getBounds().y + card.getBounds().height <= cards.getSize().y);
        return inside && longest > 1 && missing < lines.size();
    }

    @Test
    void theSymbolTableHasBothAddressesThatNmTells() {
        Windows.tab("comparison.tabs", "Symbols");
        ColumnTable symbols = Windows.table("comparison.symbols");
        Map<String, String> shown = Ui.get(() -> {
            Map<String, String> rows = new HashMap<>();
            for (int row = 0; row < symbols.shownRows().length; row++) {
                rows.put(symbols.cellText(1, row), symbols.cellText(4, row) + " " + symbols.cellText(5, row));
            }
            return rows;
        });
        Map<String, Long> inA = unique(a);
        Map<String, Long> inB = unique(b);
        assertTrue(inA.size() > 50);
        for (var symbol : inA.entrySet()) {
            assertEquals(
                    Formats.hex(symbol.getValue()) + " " + Formats.hex(inB.get(symbol.getKey())),
                    shown.get(symbol.getKey()),
                    symbol.getKey());
        }
    }

    @Test
    void anObjectThatIsClickedIsSelectedInBothMapsAndInTheTable() {
        AddressMap mapA = Windows.control("comparison.map.a", AddressMap.class);
        AddressMap mapB = Windows.control("comparison.map.b", AddressMap.class);
        ColumnTable objects = Windows.table("comparison.objects");
        Rectangle area =
                Ui.get(() -> IntStream.range(0, mapA.model().lane(OBJECTS).count())
                        .mapToObj(row -> mapA.boundsOf(OBJECTS, row))
                        .filter(Objects::nonNull)
                        .max(Comparator.comparingInt(bounds -> bounds.width))
                        .orElseThrow());
        Robot.click(mapA, area.x + area.width / 2, area.y + area.height / 2);
        Ui.until("both maps have a selection", () -> mapA.selectedIndex() >= 0 && mapB.selectedIndex() >= 0);
        String label = Ui.get(() -> mapA.model().lane(OBJECTS).label(mapA.selectedIndex()));
        assertEquals(label, Ui.get(() -> mapB.model().lane(OBJECTS).label(mapB.selectedIndex())));
        Ui.until("the table has it too", () -> objects.selection().length == 1);
        Shots.take("comparison-selected");
    }

    @Test
    void aRibbonLeadsToTheSameObjectInBothMaps() {
        RibbonBand band = Windows.control("comparison.ribbons", RibbonBand.class);
        AddressMap mapA = Windows.control("comparison.map.a", AddressMap.class);
        AddressMap mapB = Windows.control("comparison.map.b", AddressMap.class);
        int item = Ui.get(() -> IntStream.range(0, mapA.model().lane(OBJECTS).count())
                .filter(row -> band.ribbons().partner(row) >= 0 && mapA.boundsOf(OBJECTS, row) != null)
                .boxed()
                .max(Comparator.comparingInt(row -> mapA.boundsOf(OBJECTS, row).width))
                .orElseThrow());
        Point top = Ui.get(() -> {
            Rectangle bounds = mapA.boundsOf(OBJECTS, item);
            return band.toControl(mapA.toDisplay(bounds.x + bounds.width / 2, 0));
        });
        Robot.move(Ui.get(() -> band.toDisplay(top.x, 2)));
        Shots.take("comparison-ribbon");
        Robot.click(band, top.x, 2);
        Ui.until("the object is selected in A", () -> mapA.selectedIndex() == item);
        Ui.until("and in B", () -> mapB.selectedIndex() == band.ribbons().partner(item));
    }

    @Test
    void aCardShowsOnlyItsRows() {
        ColumnTable objects = Windows.table("comparison.objects");
        int all = Ui.get(() -> objects.shownRows().length);
        Control fixed = Windows.control("figure.fixed", Control.class);
        Robot.click(fixed);
        Ui.until("only fixed rows are shown", () -> objects.shownRows().length < all && every(objects, "fixed"));
        Shots.take("comparison-filtered");
        Robot.click(fixed);
        Ui.until("all rows are shown again", () -> objects.shownRows().length == all);
    }

    private static boolean every(ColumnTable table, String state) {
        return IntStream.range(0, table.shownRows().length)
                .allMatch(row -> table.cellText(0, row).startsWith(state));
    }

    @Test
    void aKeyGoesFromDifferenceToDifference() {
        ColumnTable objects = Windows.table("comparison.objects");
        AddressMap mapA = Windows.control("comparison.map.a", AddressMap.class);
        Robot.key("ctrl+period");
        Ui.until("a difference is selected", () -> objects.selection().length == 1 && mapA.selectedIndex() >= 0);
        int first = Ui.get(() -> objects.selection()[0]);
        Robot.key("ctrl+period");
        Ui.until("the next one is", () -> objects.selection().length == 1 && objects.selection()[0] != first);
        Robot.key("ctrl+comma");
        Ui.until("the first one is again", () -> objects.selection().length == 1 && objects.selection()[0] == first);
        assertTrue(
                Ui.get(() -> item(
                                item(Ui.page().getWorkbenchWindow().getShell().getMenuBar(), "Navigate")
                                        .getMenu(),
                                "Next")
                        .isEnabled()),
                "the menu offers it too");
    }

    private static MenuItem item(Menu menu, String words) {
        menu.notifyListeners(SWT.Show, new Event());
        return Stream.of(menu.getItems())
                .filter(item -> item.getText().replace("&", "").split("\t")[0].equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mapsScrollTogetherOrApart() {
        AddressMap mapA = Windows.control("comparison.map.a", AddressMap.class);
        AddressMap mapB = Windows.control("comparison.map.b", AddressMap.class);
        Windows.tool("Scroll Both Maps Together");
        Robot.click(mapA, 300, 100);
        Robot.key("plus");
        Ui.until("A is zoomed", () -> !mapA.window().viewport().isWhole());
        assertTrue(Ui.get(() -> mapB.window().viewport().isWhole()));
        Shots.take("comparison-apart");
        Windows.tool("Scroll Both Maps Together");
        Ui.until(
                "B follows", () -> mapB.window().viewport().equals(mapA.window().viewport()));
    }

    private static Layout layout(Path kernel) throws EngineException {
        return Layout.read(kernel, null, null, Progress.NONE);
    }

    private static String figure(String id) {
        return Windows.seen(
                "figure." + id,
                Control.class,
                figure -> figure instanceof Hyperlink link ? link.getText() : ((Label) figure).getText());
    }

    /** The functions and data whose names occur once. */
    private static Map<String, Long> unique(Path kernel) {
        Map<String, Long> addresses = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Nm symbol : Nm.of(kernel)) {
            times.merge(symbol.name(), 1, Integer::sum);
            addresses.put(symbol.name(), symbol.address());
        }
        addresses.keySet().removeIf(name -> times.get(name) > 1);
        return addresses;
    }
}
