package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.Treemap;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.table.ColumnTable;

/** The view Sizes: a treemap and a list by size, with the selection of the kernel's editor. */
class SizesViewTest {
    private static final int SIZE = 1;
    private static final int CUMULATIVE = 3;
    private static final int OBJECTS = 1;
    private static final int SYMBOLS = 2;

    @TempDir
    Path folder;

    private Path kernel;
    private AddressMap map;
    private Treemap sizes;

    @BeforeEach
    void openAKernel() {
        map = Demo.openFirstRelink();
        kernel = Demo.twoRelinks().getFirst();
        Views.show(Ids.SIZES_VIEW);
        sizes = Windows.control("sizes.map", Treemap.class);
        Jobs.ended("Measuring");
        Ui.until(
                "it is measured",
                () -> sizes.model().childCount(0) > 0
                        && sizes.model().label(0).equals(kernel.getFileName().toString()));
        Ui.run(sizes::goToWhole);
        Windows.tool("List Objects");
    }

    @AfterEach
    void leaveTheView() {
        Views.show("org.eclipse.ui.views.PropertySheet");
    }

    private Point middle(int node) {
        return Ui.get(() -> {
            Rectangle area = sizes.boundsOf(node);
            return sizes.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
        });
    }

    private int child(int node, String label) {
        return Ui.get(() -> IntStream.range(0, sizes.model().childCount(node))
                .map(rank -> sizes.model().child(node, rank))
                .filter(each -> sizes.model().label(each).equals(label))
                .findFirst()
                .orElseThrow());
    }

    private String selectedOnTheMap(int lane) {
        return map.selectedLane() == lane ? map.model().lane(lane).label(map.selectedIndex()) : "";
    }

    @Test
    void intoASectionAndAnObjectAndOutAgain() {
        int text = child(0, ".text");
        int object = Ui.get(() -> IntStream.range(0, sizes.model().childCount(text))
                .map(rank -> sizes.model().child(text, rank))
                .filter(each -> sizes.model().childCount(each) > 1)
                .findFirst()
                .orElseThrow());
        String name = Ui.get(() -> sizes.model().label(object));
        Shots.take("sizes");
        Robot.doubleClick(middle(object)); // one level: .text
        Ui.until(".text takes all the room", () -> sizes.root() == text);
        Robot.click(middle(object));
        ColumnTable list = Windows.table("sizes.list");
        Ui.until("the object or one of its symbols is selected", () -> sizes.model()
                .isWithin(sizes.selected(), object));
        assertTrue(Ui.get(() -> IntStream.of(list.shownRows())
                .mapToObj(list.columns().getFirst().text()::apply)
                .anyMatch(name::equals)));
        Robot.doubleClick(middle(object));
        Ui.until("the object takes all the room", () -> sizes.root() == object);
        Windows.tool("List Symbols");
        Shots.take("sizes-object");
        Robot.click(sizes, 9, 9);
        Robot.key("BackSpace");
        Ui.until("one level out", () -> sizes.root() == text);
        Robot.key("0");
        Ui.until("the whole", () -> sizes.root() == 0);
    }

    @Test
    void theSelectionIsThatOfTheEditor() {
        Symbols.choose("kprintf");
        Ui.until(
                "the treemap has it",
                () -> sizes.selected() > 0
                        && sizes.model().label(sizes.selected()).equals("kprintf"));
        int printf = Ui.get(() -> sizes.model().parent(sizes.selected()));
        assertEquals("printf.o", Ui.get(() -> sizes.model().label(printf)));
        Windows.tool("List Objects");
        ColumnTable list = Windows.table("sizes.list");
        int row = Ui.get(() -> largestWithSymbols(list));
        String largest = Ui.get(() -> list.cellText(0, row));
        Robot.click(Windows.control("sizes.list", Control.class), 60, Symbols.middle(row));
        Ui.until("the map has what is largest", () -> selectedOnTheMap(OBJECTS).equals(largest));
        Ui.run(sizes::setFocus);
        Robot.key("Down");
        Ui.until("a key selects a symbol", () -> !selectedOnTheMap(SYMBOLS).isEmpty());
        String symbol = Ui.get(() -> selectedOnTheMap(SYMBOLS));
        assertEquals(symbol, Ui.get(() -> sizes.model().label(sizes.selected())));
    }

    /** The row of the largest object but for the gaps, which may be large and have no symbols. */
    private static int largestWithSymbols(ColumnTable list) {
        return IntStream.range(0, list.shownRows().length)
                .filter(row -> !list.cellText(0, row).equals("gap.o"))
                .findFirst()
                .orElseThrow();
    }

    /** The list is the command's, every byte counted once. */
    @Test
    void theListIsThatOfTheCommand() {
        ColumnTable list = Windows.table("sizes.list");
        List<String> ours = Ui.get(() -> IntStream.range(0, 20)
                .mapToObj(row ->
                        list.cellText(0, row) + " " + list.cellText(SIZE, row).replaceAll("\\D", ""))
                .toList());
        List<String> told = KarlCommand.json("layout", kernel.toString(), "--by", "object", "--sort", "size")
                .getAsJsonArray("rows")
                .asList()
                .stream()
                .map(row -> row.getAsJsonObject())
                .map(row -> (row.get("name").getAsString().isEmpty() ? row.get("kind") : row.get("name")).getAsString()
                        + " " + row.get("size").getAsLong())
                .limit(20)
                .toList();
        assertEquals(told, ours);
        String all = Ui.get(() -> list.cellText(CUMULATIVE, list.shownRows().length - 1));
        assertEquals("100.00 %", all, "every byte is somebody's");
    }

    @Test
    void itIsSavedAsItIsShown() throws Exception {
        String svg = Files.readString(FileDialogs.save("Save Treemap", folder.resolve("sizes.svg")));
        assertTrue(svg.contains(">" + kernel.getFileName()) && svg.contains(">.text<"), svg.substring(0, 300));
        ImageData image = new ImageData(
                FileDialogs.save("Save Treemap", folder.resolve("sizes.png")).toString());
        assertEquals((int) Ui.get(() -> sizes.getClientArea().width), image.width);
    }

    @Test
    void whatIsListedIsKeptWhenTheViewIsClosed() {
        Windows.tool("List Symbols");
        int symbols = Ui.get(() -> Windows.table("sizes.list").shownRows().length);
        Ui.run(() -> Ui.page().hideView(Ui.page().findView(Ids.SIZES_VIEW)));
        Views.show(Ids.SIZES_VIEW);
        Windows.control("sizes.map", Treemap.class);
        Ui.until("symbols are listed again", () -> Windows.table("sizes.list").shownRows().length == symbols);
    }

    @Test
    void ofManySymbolsAtOneAddressTheLargestHasAllTheRoom(@TempDir Path folder) throws IOException {
        int many = 200;
        StringBuilder source = new StringBuilder(".text\n.globl _start\n_start: .skip 200,0x90\n");
        for (int size = 1; size <= many; size++) {
            source.append(".set same")
                    .append(size)
                    .append(",_start\n.type same")
                    .append(size)
                    .append(",@function\n");
            source.append(".size same").append(size).append(',').append(size).append('\n');
        }
        Path assembly = Files.writeString(folder.resolve("same.s"), source);
        Path object = folder.resolve("same.o");
        Path same = folder.resolve("same");
        Tool.run(60, List.of("as", "-o", object.toString(), assembly.toString()));
        Tool.run(60, List.of("ld", "-o", same.toString(), object.toString()));
        Ui.run(() -> Opener.kernel(Ui.page(), same));
        Ui.until("it is measured", () -> sizes.model().label(0).equals("same"));
        List<String> seen = Ui.get(() -> IntStream.range(1, sizes.model().count())
                .filter(node -> sizes.model().label(node).startsWith("same")
                        && !sizes.model().label(node).equals("same.o")
                        && sizes.model().size(node) > 0)
                .mapToObj(
                        node -> sizes.model().label(node) + " " + sizes.model().size(node))
                .toList());
        assertEquals(List.of("same200 200"), seen);
    }

    @Test
    void sharesAreFilteredByPercent() {
        ColumnTable list = Windows.table("sizes.list");
        int all = Ui.get(() -> list.shownRows().length);
        Ui.run(() -> list.setFilter("share>=0.5"));
        Ui.until("few are left", () -> list.shownRows().length > 0 && list.shownRows().length < all);
        int large = Ui.get(() -> list.shownRows().length);
        for (int row = 0; row < all; row++) {
            int at = row;
            double percent = Double.parseDouble(
                    Ui.get(() -> list.columns().get(2).text().apply(at)).replace(" %", ""));
            assertTrue(row < large ? percent >= 0.5 : percent <= 0.5, row + " has " + percent);
        }
        Ui.run(() -> list.setFilter("share:0.5..100"));
        Ui.until("the same are left", () -> list.shownRows().length == large);
        Ui.run(() -> list.setFilter(""));
    }
}
