package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.custom.CLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.RibbonBand;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.motion.Pace;
import org.karlworkbench.ui.open.Opener;

/** How one kernel became another, in slow motion: nm says between which two places everything has to be. */
class SlowMotionTest {
    private static final int OBJECTS = 1;
    private static final int SYMBOLS = 2;

    @BeforeEach
    void slowEnoughForALoadedMachine() {
        Demo.cleanDesk();
        Ui.run(() -> Pace.forAnAudience(true));
    }

    @AfterEach
    void leaveNothing() {
        Ui.run(() -> Pace.forAnAudience(false));
        Demo.cleanDesk();
    }

    @Test
    void aComparisonFliesFromAToB() {
        List<Path> two = Demo.twoRelinks();
        AddressMap map = compared(two);
        RibbonBand band = Windows.control("comparison.ribbons", RibbonBand.class);
        MapModel still = Ui.get(map::model);
        var ribbons = Ui.get(band::ribbons);
        Windows.tool("Fly From A to B");
        assertFlies(map, two.get(0), two.get(1), "comparison-flying");
        assertSame(still, Ui.get(map::model));
        assertSame(ribbons, Ui.get(band::ribbons));
        Robot.key("shift+F8");
        Ui.until("the key lets it fly again", () -> map.model() != still && band.ribbons() != ribbons);
        Robot.key("shift+F8");
        Ui.until("and ends it at once", () -> map.model() == still);
    }

    /** The map of B in a comparison of two kernels that is alone in the window. */
    private static AddressMap compared(List<Path> two) {
        Demo.cleanDesk();
        Ui.run(() -> Opener.comparison(Ui.page(), two.get(0), two.get(1)));
        AddressMap map = Windows.control("comparison.map.b", AddressMap.class);
        Ui.until("the map is there", () -> !map.model().isEmpty());
        return map;
    }

    /** What is selected flies along, and its ribbon with it; Esc ends it all. */
    @Test
    void whatIsSelectedStaysSelectedOnItsWay() {
        List<Path> two = Demo.twoRelinks();
        AddressMap map = compared(two);
        AddressMap mapA = Windows.control("comparison.map.a", AddressMap.class);
        RibbonBand band = Windows.control("comparison.ribbons", RibbonBand.class);
        MapModel still = Ui.get(map::model);
        int row = Ui.get(() -> widest(map));
        String name = still.lane(OBJECTS).label(row);
        LessonHand.click(map, OBJECTS, row);
        Ui.until("it is selected", () -> map.selectedLane() == OBJECTS && map.selectedIndex() == row);
        Robot.key("0", "shift+F8");
        Ui.until(
                "it flies",
                () -> map.model() != still && !places(map.model(), OBJECTS).equals(places(still, OBJECTS)));
        int item = Ui.get(() -> IntStream.range(0, mapA.model().lane(OBJECTS).count())
                .filter(each -> band.ribbons().partner(each) == map.selectedIndex())
                .findFirst()
                .orElse(-1));
        assertTrue(item >= 0, "its ribbon leads to where it is");
        assertEquals(name, Ui.get(() -> map.model().lane(OBJECTS).label(map.selectedIndex())));
        Robot.key("Escape");
        Ui.until("all is at its place at once", () -> map.model() == still);
    }

    @Test
    void aRealRelinkFliesFromTheOneBefore() {
        IFile kit = Demo.kit();
        Demo.twoRelinks();
        Path before = Demo.relinks(kit).getLast();
        Demo.cleanDesk();
        KitEditor editor = Demo.open(kit);
        Ui.run(() -> editor.setSlowMotion(true));
        Path kernel = relinked(kit);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the map is there", () -> !map.model().isEmpty());
        assertFlies(map, before, kernel, "relink-flying");
        MapModel landed = Ui.get(map::model);
        Windows.tool("Fly Here From the Relink Before");
        Ui.until("it flies once more", () -> map.model() != landed);
        Robot.click(map, 5, 5);
        Robot.key("Escape");
        Ui.until("Esc ends it at once", () -> map.model() == landed);
        Ui.run(() -> Pace.forAnAudience(false));
        Ui.run(() -> editor.setSlowMotion(false));
        Path quiet = relinked(kit);
        AddressMap next = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the map is there", () -> !next.model().isEmpty());
        assertFalse(Ui.within(1_000, () -> differs(next.model(), nm(quiet))), "without slow motion nothing flies");
    }

    private static Path relinked(IFile kit) {
        int relinks = Demo.relinks(kit).size();
        Demo.open(kit);
        Robot.key("F9");
        Ui.until("there is one relink more", () -> Demo.relinks(kit).size() > relinks);
        Path kernel = Demo.relinks(kit).getLast();
        Ui.until("its kernel is open", () -> Demo.isInFront(kernel));
        return kernel;
    }

    @Test
    void whereThereIsNoRelinkBeforeThatIsSaid() {
        Demo.open(Demo.twoRelinks().getFirst());
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the map is there", () -> !map.model().isEmpty());
        MapModel still = Ui.get(map::model);
        Windows.tool("Fly Here From the Relink Before");
        Ui.until("the status line says so", () -> {
            List<CLabel> status = new ArrayList<>();
            Windows.collect(CLabel.class, label -> label.getText().startsWith("There is no relink"), status);
            return !status.isEmpty();
        });
        assertSame(still, Ui.get(map::model));
    }

    /** Watches until nothing moves any more, then looks at the frame in which most was on its way, and at the last one. */
    private static void assertFlies(AddressMap map, Path from, Path to, String shot) {
        List<MapModel> frames = watch(map, shot);
        Map<String, Long> a = nm(from);
        Map<String, Long> b = nm(to);
        a.keySet().retainAll(b.keySet());
        assertTrue(a.size() > 50);
        MapModel middle = frames.stream()
                .max((x, y) -> Long.compare(onTheWay(x, a, b), onTheWay(y, a, b)))
                .orElseThrow();
        assertTrue(onTheWay(middle, a, b) > moved(a, b) / 2, () -> onTheWay(middle, a, b) + " of " + moved(a, b));
        Map<String, Long> places = places(middle, SYMBOLS);
        a.forEach((name, place) -> {
            long least = Math.min(place, b.get(name));
            long most = Math.max(place, b.get(name));
            assertTrue(places.get(name) >= least && places.get(name) <= most, name);
        });
        Map<String, Long> landed = places(frames.getLast(), SYMBOLS);
        b.forEach((name, place) -> assertEquals(place, landed.get(name), name));
    }

    /** The frames that there was time to see, the last one for three seconds. */
    private static List<MapModel> watch(AddressMap map, String shot) {
        List<MapModel> frames = new ArrayList<>();
        Ui.until("something flies", () -> isNew(map, frames) && frames.size() > 2);
        Shots.take(shot);
        while (Ui.within(3_000, () -> isNew(map, frames))) {
            assertTrue(frames.size() < 10_000, "it never lands");
        }
        return frames;
    }

    private static boolean isNew(AddressMap map, List<MapModel> frames) {
        boolean other = frames.isEmpty() || frames.getLast() != map.model();
        if (other) {
            frames.add(map.model());
        }
        return other;
    }

    private static long onTheWay(MapModel model, Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> places = places(model, SYMBOLS);
        return a.keySet().stream()
                .filter(name -> places.containsKey(name)
                        && !places.get(name).equals(a.get(name))
                        && !places.get(name).equals(b.get(name)))
                .count();
    }

    private static long moved(Map<String, Long> a, Map<String, Long> b) {
        return a.keySet().stream()
                .filter(name -> Math.abs(a.get(name) - b.get(name)) > 16)
                .count();
    }

    private static boolean differs(MapModel model, Map<String, Long> b) {
        Map<String, Long> places = places(model, SYMBOLS);
        return b.entrySet().stream().anyMatch(each -> !each.getValue().equals(places.get(each.getKey())));
    }

    /** Where everything lies whose name there is once. */
    private static Map<String, Long> places(MapModel model, int lane) {
        MapLane items = model.lane(lane);
        Map<String, Long> places = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < items.count(); i++) {
            if (places.put(items.label(i), items.address(i)) != null) {
                twice.add(items.label(i));
            }
        }
        places.keySet().removeAll(twice);
        return places;
    }

    /** The code whose name there is once. */
    private static Map<String, Long> nm(Path kernel) {
        Map<String, Long> places = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Nm symbol : Nm.of(kernel)) {
            if (places.put(symbol.name(), symbol.address()) != null) {
                twice.add(symbol.name());
            }
        }
        places.keySet().removeAll(twice);
        Set<String> code = new HashSet<>();
        Nm.of(kernel).stream().filter(each -> "Tt".indexOf(each.type()) >= 0).forEach(each -> code.add(each.name()));
        places.keySet().retainAll(code);
        return places;
    }

    private static int widest(AddressMap map) {
        MapLane lane = map.model().lane(OBJECTS);
        Map<String, Long> once = places(map.model(), OBJECTS);
        return IntStream.range(0, lane.count())
                .filter(row -> once.containsKey(lane.label(row)) && lane.size(row) > 0)
                .boxed()
                .max((x, y) -> Long.compare(lane.size(x), lane.size(y)))
                .orElseThrow();
    }
}
