package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.RangeBar;
import org.karlworkbench.ui.kit.KitEditor;

/** The layout below the settings follows them while they change, and is the one that Relink gives. */
class PreviewTest {
    private static final int OBJECTS = 1;

    private KitEditor editor;
    private AddressMap map;

    @BeforeEach
    void openTheKit() {
        Demo.cleanDesk();
        editor = Demo.open(Demo.kit());
        Windows.tab("kit.tabs", "Gaps");
        map = Windows.control("preview.map", AddressMap.class);
        Ui.until("there is a layout", () -> !map.model().isEmpty());
    }

    @AfterEach
    void leaveNothing() {
        Ui.run(() -> Ui.page().closeAllEditors(false));
    }

    @Test
    void withTheBuiltInLinkerItIsTheNextRelink() throws EngineException {
        choose("built-in linker");
        Ui.until("it says so", () -> sentence().startsWith("The next relink"));
        Shots.take("preview");
        List<String> before = blocks();
        int relinks = Demo.relinks(Demo.kit()).size();
        Robot.key("F9");
        Ui.until("there is one relink more", () -> Demo.relinks(Demo.kit()).size() > relinks);
        Jobs.ended("Relinking");
        Ui.until("it is opened", () -> Ui.page().getActiveEditor() != editor);
        Path kernel = Demo.relinks(Demo.kit()).getLast();
        List<String> placed =
                placed(Layout.read(kernel, null, null, Progress.NONE).objects());
        assertTrue(placed.size() > 50);
        assertEquals(
                placed, before.stream().filter(row -> !row.endsWith(".rodata")).toList());
        Ui.run(() -> Ui.page().activate(editor));
        Ui.until("the next relink is another", () -> !blocks().equals(before));
        choose("The architecture's own");
        Ui.until("it says how near it comes", () -> sentence().startsWith("An estimate"));
    }

    private void choose(String linker) {
        Combo combo = Windows.control("recipe.linker", Combo.class);
        Ui.run(() -> {
            for (int i = 0; i < combo.getItemCount(); i++) {
                if (combo.getItem(i).startsWith(linker)) {
                    combo.select(i);
                }
            }
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** Address and object of everything that objects put into the kernel, as the map has it; what is empty left out. */
    private List<String> blocks() {
        MapLane lane = map.model().lane(OBJECTS);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lane.count(); i++) {
            if (lane.size(i) > 0 && !lane.label(i).isEmpty() && !lane.label(i).equals("gap.o")) {
                all.add(Long.toHexString(lane.address(i)) + " " + lane.label(i) + " " + section(lane.address(i)));
            }
        }
        return all;
    }

    private String section(long address) {
        int section = map.model().itemAt(0, address);
        return section < 0 ? "in flight" : map.model().lane(0).label(section);
    }

    /** The same of a kernel's own table but for strings, which it shows as a pool: where each run of pieces begins. */
    private static List<String> placed(Rows rows) {
        List<String> all = new ArrayList<>();
        String before = "";
        String section = "";
        for (int row = 0; row < rows.count(); row++) {
            boolean of = rows.size(row) > 0 && (rows.kind(row) == Kind.OBJECT || rows.kind(row) == Kind.COMMON);
            boolean same = rows.object(row).equals(before) && rows.section(row).equals(section);
            if (of && !same && !rows.section(row).equals(".rodata")) {
                all.add(Long.toHexString(rows.address(row)) + " " + rows.object(row) + " " + rows.section(row));
            }
            before = of ? rows.object(row) : before;
            section = of ? rows.section(row) : section;
        }
        return all;
    }

    private String sentence() {
        return Windows.label("preview.sentence");
    }

    @Test
    void aDraggedBoundMovesWhatFollowsAndIsOneStep() {
        RangeBar bar = Windows.control("gap.data.bar", RangeBar.class);
        List<String> before = Ui.get(this::blocks);
        long high = Ui.get(bar::high);
        int end = Ui.get(() -> bar.getSize().x - 20);
        Point thumb = Ui.get(() -> bar.toDisplay(bar.xOf(bar.low()), bar.getSize().y / 2));
        // the lower bound takes the upper one along: whatever is drawn now is more than what was drawn before
        Robot.drag(thumb, Ui.get(() -> bar.toDisplay(end, bar.getSize().y / 2)));
        Ui.until(
                "both bounds are at the end", () -> Math.abs(bar.xOf(bar.low()) - end) <= 1 && bar.low() == bar.high());
        long bound = Ui.get(bar::low);
        assertTrue(bound > high && bound > 4_095, "bound " + bound);
        Ui.until("the recipe has the bound", () -> bounds().equals(bound + ".." + bound));
        for (String field : List.of("gap.data.low", "gap.data.high")) {
            assertEquals(String.valueOf(bound), Windows.seen(field, Text.class, Text::getText));
        }
        Ui.until("the layout has moved", () -> !blocks().equals(before));
        Shots.take("preview-dragged");
        Robot.key("ctrl+z");
        Ui.until("one step takes it back", () -> !editor.isDirty());
        Ui.until("the layout is the old one", () -> blocks().equals(before));
    }

    private String bounds() {
        GapBounds bounds = editor.chosenRecipe().getData();
        return bounds == null ? "none" : bounds.getLow() + ".." + bounds.getHigh();
    }

    @Test
    void theKeyDrawsAgainInSlowMotionToo() {
        List<String> first = Ui.get(this::blocks);
        Robot.click(map, 5, 5);
        Robot.key("F8");
        Ui.until("everything lies elsewhere", () -> !blocks().equals(first));
        Windows.tool("Lets everything fly");
        List<String> second = Ui.get(this::blocks);
        Robot.key("F8");
        Ui.until("it flies", () -> !blocks().equals(second));
        List<String> flying = Ui.get(this::blocks);
        Shots.take("preview-flying");
        Ui.until("it goes on", () -> !blocks().equals(flying));
        assertNotEquals(second, Ui.settled("it has landed", this::blocks));
        assertFalse(Ui.get(editor::isDirty), "nothing of this is a setting");
        Windows.tool("Lets everything fly");
    }

    @Test
    void anObjectIsMovedByKeysAndByTheMouse() {
        int row = Ui.get(() -> wide());
        Robot.click(middle(row));
        Ui.until("it is selected", () -> map.selectedIndex() == row);
        String object = Ui.get(() -> map.model().lane(OBJECTS).label(row));
        List<String> before = Ui.get(this::blocks);
        boolean last = Ui.get(() -> editor.previewedOrder().getLast().equals(object));
        Robot.key(last ? "alt+Left" : "alt+Right"); // what is last cannot come later
        Ui.until(
                "the recipe keeps the order",
                () -> !editor.chosenRecipe().getOrder().isEmpty());
        Ui.until("the layout has changed", () -> !blocks().equals(before));
        assertEquals(object, Ui.get(() -> map.model().lane(OBJECTS).label(map.selectedIndex())), "it stays selected");
        List<String> order = Ui.get(() -> List.copyOf(editor.chosenRecipe().getOrder()));
        int place = order.indexOf(object);
        Ui.within(800, () -> false); // or it would be a double click
        Robot.drag(middle(Ui.get(map::selectedIndex)), Ui.get(() -> leftEnd()));
        Ui.until(
                "it comes much earlier",
                () -> editor.chosenRecipe().getOrder().indexOf(object) < Math.max(1, place - 3));
        Shots.take("preview-moved");
        Robot.key("ctrl+z", "ctrl+z");
        Ui.until("two steps take it back", () -> !editor.isDirty());
        Ui.until("the layout is the old one", () -> blocks().equals(before));
    }

    /** The widest piece of a body object, late in the text. */
    private int wide() {
        MapLane lane = map.model().lane(OBJECTS);
        int best = -1;
        for (int i = 0; i < lane.count() / 2; i++) {
            boolean body = isOfBody(lane.label(i));
            Rectangle bounds = map.boundsOf(OBJECTS, i);
            if (body && bounds != null && (best < 0 || bounds.width > map.boundsOf(OBJECTS, best).width)) {
                best = i;
            }
        }
        assertTrue(best >= 0);
        return best;
    }

    private boolean isOfBody(String name) {
        return editor.model().known().getObjects().stream()
                .anyMatch(object -> object.getName().equals(name) && object.getRole() == Role.BODY);
    }

    private Point middle(int row) {
        return Ui.get(() -> {
            Rectangle bounds = map.boundsOf(OBJECTS, row);
            return map.toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
    }

    /** A point where the text begins. */
    private Point leftEnd() {
        Rectangle first = map.boundsOf(OBJECTS, 0);
        return map.toDisplay(first.x + 1, first.y + first.height / 2);
    }
}
