package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.kit.KitEditor;

/** Each lesson is taken step by step: no step is accepted before it is done, and each is when it is. */
class LessonTest {
    private static final int OBJECTS = 1;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void leaveTheView() {
        LessonHand.leave();
    }

    /** A lesson is read beside what it is about: neither leaves the other too little room. */
    @Test
    void itsButtonsAreSeenBesideAnotherView() {
        LessonHand.take("Debugging a Randomized Kernel");
        Views.show(Ids.SYMBOLIZE_VIEW);
        Shell window = Ui.get(() -> Ui.page().getWorkbenchWindow().getShell());
        Ui.run(() -> {
            window.setMaximized(false);
            window.setSize(1_400, 900);
        });
        Ui.until(
                "nothing is cut off",
                () -> window.getSize().x <= 1_400
                        && CutOff.shown().isEmpty()
                        && Windows.shows("lesson.next")
                        && Windows.shows("symbolize.run"));
        Shots.take("lesson-beside");
    }

    @Test
    void whatALinkerDoes() {
        LessonHand.take("What a Linker Does");
        IFile kit = LessonHand.kit("ten-amd64");
        LessonHand.refused();
        LessonHand.act("Open the Kit");
        LessonHand.refused();
        LessonHand.answered("8");
        Shots.take("lesson");
        LessonHand.next();
        select(kit, "panic.o");
        LessonHand.refused();
        select(kit, "printf.o");
        LessonHand.accepted();
        LessonHand.next();
        LessonHand.act("Show the Order");
        LessonHand.act("Turn Slow Motion On");
        AddressMap preview = Windows.control("preview.map", AddressMap.class);
        Ui.until("there is a layout", () -> !preview.model().isEmpty());
        List<Long> still = Ui.get(() -> places(preview));
        LessonHand.act("Draw Again");
        Ui.until("it flies", () -> !places(preview).equals(still));
        Ui.settled("it has landed", () -> places(preview));
        LessonHand.click(preview, OBJECTS, item(preview, "swapgeneric.o"));
        LessonHand.refused();
        LessonHand.click(preview, OBJECTS, first(preview));
        LessonHand.accepted();
        LessonHand.next();
        Path seven = LessonHand.relink("Relink With Seed 7", kit);
        String gap =
                LessonHand.entry(seven).getAsJsonObject("gaps").get("text0").getAsString();
        LessonHand.answer(gap);
        LessonHand.refused();
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        LessonHand.click(map, 3, 0);
        LessonHand.answered(gap);
        LessonHand.next();
        LessonHand.act("Select main");
        LessonHand.answered(LessonHand.address(seven, "main"));
        LessonHand.next();
        LessonHand.act("Open References");
        LessonHand.act("Select printf");
        LessonHand.answer("main.o");
        LessonHand.refused();
        List<String> callers = callers("ten-amd64", "printf");
        assertTrue(callers.remove("main.o"));
        for (String caller : callers) {
            LessonHand.answer(caller);
            LessonHand.accepted();
        }
        LessonHand.next();
        LessonHand.relink("Relink With Seed 8", kit);
        LessonHand.act("Compare Both");
        LessonHand.accepted();
        AddressMap later = Windows.control("comparison.map.b", AddressMap.class);
        var landed = Ui.get(later::model);
        LessonHand.act("Let Them Fly");
        Ui.until("they fly", () -> later.model() != landed);
        Shots.take("lesson-done");
        Ui.until("they have landed", () -> later.model() == landed);
    }

    @Test
    void oneLeakThreeDefences() {
        LessonHand.take("One Leak, Three Defences");
        IFile kit = LessonHand.kit("demo-amd64");
        LessonHand.refused();
        LessonHand.relink("Relink With Seed 11", kit);
        LessonHand.refused();
        LessonHand.act("Open Exposure");
        LessonHand.act("Let kprintf Leak");
        LessonHand.accepted();
        for (int defence = 0; defence < 4; defence++) {
            LessonHand.next();
            choose("exposure.defence", defence);
            Jobs.ended("Reading Exposure");
            LessonHand.answered(figure("exposure.mean"));
        }
        Shots.take("lesson-leak");
        LessonHand.next();
        choose("exposure.defence", 2);
        LessonHand.refused();
        choose("exposure.leak", 1);
        LessonHand.accepted();
        LessonHand.next();
        LessonHand.relink("Relink With Seed 12", kit);
        LessonHand.act("Compare Both");
        LessonHand.accepted();
        choose("exposure.leak", 0);
    }

    @Test
    void whyTheGapIsThere() {
        LessonHand.take("Why the Gap Is There");
        IFile kit = LessonHand.kit("demo-amd64");
        LessonHand.act("Open the Settings");
        Windows.control("preview.map", AddressMap.class);
        LessonHand.answered(String.valueOf(sizes(3 * 4_096, 4, 4_096)));
        LessonHand.next();
        LessonHand.answered(String.valueOf(sizes(4_096, 0, 16)));
        LessonHand.next();
        bounds("text0", "0", "0");
        LessonHand.refused();
        bounds("text1", "0", "0");
        LessonHand.accepted();
        LessonHand.next();
        LessonHand.relink("Relink With Seed 21", kit);
        Path second = LessonHand.relink("Relink With Seed 22", kit);
        LessonHand.answered(LessonHand.address(second, "endboot"));
        LessonHand.next();
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        MapLane gaps = map.model().lane(3);
        LessonHand.click(
                map,
                3,
                IntStream.range(0, gaps.count())
                        .filter(gap -> gaps.label(gap).equals("rodata"))
                        .findFirst()
                        .orElseThrow());
        LessonHand.accepted();
        LessonHand.next();
        LessonHand.act("Open the Settings");
        bounds("text0", "9000", "12000");
        LessonHand.relink("Relink", kit);
        LessonHand.accepted();
    }

    @Test
    void startupCodeThatGoesAway() {
        LessonHand.take("Startup Code That Goes Away");
        IFile kit = LessonHand.kit("demo-amd64");
        LessonHand.refused();
        Path kernel = LessonHand.relink("Relink With Seed 31", kit);
        LessonHand.answered(LessonHand.address(kernel, "endboot"));
        LessonHand.next();
        LessonHand.act("Run the Kernel");
        long pages = distance(kernel, "kernel_text", "endboot") / 4_096;
        Jobs.ended("Running");
        LessonHand.answered(String.valueOf(pages));
        Shots.take("lesson-startup");
        LessonHand.next();
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        LessonHand.click(map, OBJECTS, item(map, "locore0.o"));
        LessonHand.accepted();
        LessonHand.next();
        LessonHand.click(map, OBJECTS, first(map));
        LessonHand.answered(String.valueOf(distance(kernel, "kernel_text", "endboot")));
    }

    /** The objects of a sample kit that nm says need a symbol of another object. */
    private static List<String> callers(String kit, String symbol) {
        Path folder = Demo.samples().resolve(kit);
        return Tool.run(60, List.of("sh", "-c", "nm -A -u " + folder + "/*.o"))
                .lines()
                .filter(line -> line.endsWith(" U " + symbol))
                .map(line -> Path.of(line.substring(0, line.indexOf(':')))
                        .getFileName()
                        .toString())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static long distance(Path kernel, String from, String symbol) {
        return Long.parseUnsignedLong(LessonHand.address(kernel, symbol).substring(2), 16)
                - Long.parseUnsignedLong(LessonHand.address(kernel, from).substring(2), 16);
    }

    @Test
    void whatTheEntropyFiguresMean() {
        LessonHand.take("What the Entropy Figures Mean");
        LessonHand.refused();
        LessonHand.act("Open the Kit");
        Ui.until("the kit is there", () -> Windows.shows("kit.form.overview"));
        LessonHand.act("Measure Randomness…");
        Ui.until("the dialog is open", () -> Windows.shows("measure.count"));
        Robot.fill(Windows.control("measure.count", Spinner.class), 1_000); // tests before may have left a million
        Robot.click(Windows.button("Measure"));
        Ui.until("it is closed", () -> !Windows.shows("measure.count"));
        Windows.control("figure.lab.orders", Label.class);
        Jobs.ended("Measuring Randomness");
        LessonHand.accepted();
        LessonHand.next();
        LessonHand.answered(figure("lab.orders"));
        LessonHand.next();
        LessonHand.answered(figure("lab.boots"));
        LessonHand.next();
        LessonHand.answered(figure("lab.residue"));
        Shots.take("lesson-entropy");
        LessonHand.next();
    }

    /** From the last row: everything is large and black on white, objects fly; and all is as before when it is off. */
    @Test
    void projectorMode() {
        LessonHand.take("What a Linker Does");
        LessonHand.act("Open the Kit");
        Demo.open(LessonHand.kit("ten-amd64"));
        Label title = Windows.control("lesson.title", Label.class);
        int height = Ui.get(() -> title.getFont().getFontData()[0].getHeight());
        int line = Ui.get(() -> Explorer.tree().getItemHeight());
        int usual = Ui.get(() -> Ui.display().getSystemFont().getFontData()[0].getHeight());
        NatTable objects = Windows.control("kit.objects", NatTable.class);
        int column = Ui.get(() -> objects.getColumnWidthByPosition(1));
        Windows.tool("Large fonts");
        try {
            Ui.until(
                    "the title is larger", () -> height(Windows.control("lesson.title", Label.class)) > height * 4 / 3);
            Ui.until("side views make room", () -> explorer() == IWorkbenchPage.STATE_MINIMIZED);
            LessonHand.act("Open the Kit");
            Ui.until("columns are wider", () -> objects.getColumnWidthByPosition(1) > column * 4 / 3);
            Shots.take("projector-objects");
            Windows.tab("kit.tabs", "Gaps");
            AddressMap map = Windows.control("preview.map", AddressMap.class);
            Ui.until("there is a layout", () -> !map.model().isEmpty());
            assertEquals(
                    0,
                    Ui.get(() ->
                            map.getForeground().getRed() + map.getForeground().getBlue()));
            assertEquals(255, Ui.get(() -> map.getBackground().getGreen()));
            Ui.until(
                    "the map's font is larger",
                    () -> map.getFont().getFontData()[0].getHeight() > usual);
            Robot.click(map, 5, 5);
            var before = Ui.get(() -> places(map));
            Robot.key("F8");
            Ui.until("it flies", () -> !places(map).equals(before));
            var flying = Ui.get(() -> places(map));
            Shots.take("projector-flying");
            Ui.until("it goes on", () -> !places(map).equals(flying));
            Ui.settled("it has landed", () -> places(map));
        } finally {
            Windows.tool("Large fonts");
        }
        Ui.until("the title is as before", () -> height(Windows.control("lesson.title", Label.class)) == height);
        Ui.until("side views are back", () -> explorer() == IWorkbenchPage.STATE_RESTORED);
        Ui.until("columns are as before", () -> Math.abs(objects.getColumnWidthByPosition(1) - column) < 2);
        Ui.until("lines of trees are as before", () -> Explorer.tree().getItemHeight() == line);
        Shots.take("projector-off");
    }

    private static int explorer() {
        return Ui.page().getPartState(Ui.page().findViewReference(ProjectExplorer.VIEW_ID));
    }

    private static int height(Label label) {
        return label.getFont().getFontData()[0].getHeight();
    }

    private static List<Long> places(AddressMap map) {
        MapLane lane = map.model().lane(OBJECTS);
        return IntStream.range(0, lane.count()).mapToObj(lane::address).toList();
    }

    /** What a card shows, without separators and units. */
    private static String figure(String id) {
        return Windows.label("figure." + id).replaceAll("[^0-9.]", "");
    }

    private static long sizes(int numbers, int pad, int unit) {
        return IntStream.range(0, numbers)
                .map(drawn -> (pad + drawn + unit - 1) / unit)
                .distinct()
                .count();
    }

    private static void select(IFile kit, String object) {
        KitEditor editor = Demo.open(kit);
        Ui.run(() -> editor.showObject(object));
    }

    private static int item(AddressMap map, String object) {
        MapLane lane = map.model().lane(OBJECTS);
        return IntStream.range(0, lane.count())
                .filter(item -> lane.label(item).equals(object) && lane.size(item) > 0)
                .findFirst()
                .orElseThrow();
    }

    /** The first piece of code behind head and gap. */
    private static int first(AddressMap map) {
        MapLane lane = map.model().lane(OBJECTS);
        int first = IntStream.range(0, lane.count())
                .filter(item -> lane.size(item) > 0 && lane.label(item).endsWith(".o"))
                .filter(item -> !List.of("locore0.o", "gap.o").contains(lane.label(item)))
                .findFirst()
                .orElseThrow();
        assertFalse(lane.label(first).equals("swapgeneric.o"));
        return first;
    }

    private static void bounds(String gap, String low, String high) {
        Robot.fill(Windows.control("gap." + gap + ".low", Text.class), low);
        Robot.fill(Windows.control("gap." + gap + ".high", Text.class), high);
    }

    private static void choose(String id, int item) {
        Combo combo = Windows.control(id, Combo.class);
        Ui.run(() -> {
            combo.select(item);
            combo.notifyListeners(org.eclipse.swt.SWT.Selection, new Event());
        });
    }
}
