package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.ColumnTable;

/** The view Exposure follows what is selected, says what the command says, and shows it in a map. */
class ExposureViewTest {
    private static final int OBJECT = 1;
    private static final int BECAUSE = 5;
    private static final int SYMBOLS = 1;

    private Path kernel;
    private AddressMap editor;

    @BeforeEach
    void openAKernel() {
        editor = Demo.openFirstRelink();
        kernel = Demo.twoRelinks().getFirst();
        Views.show(Ids.EXPOSURE_VIEW);
        Windows.control("exposure.map", AddressMap.class);
        choose("exposure.leak", 0);
        choose("exposure.defence", 2);
    }

    @AfterEach
    void leaveTheView() {
        Views.show("org.eclipse.ui.views.PropertySheet");
    }

    /** What is selected in the editor leaks, although another view is active when this one opens. */
    @Test
    void itOpensOnWhatTheEditorHasSelected() {
        Views.hide(Ids.EXPOSURE_VIEW);
        GoToTest.goTo("kprintf", "kprintf");
        Ui.run(() -> {
            try {
                Ui.page().showView("org.eclipse.ui.views.ProgressView");
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        Views.show(Ids.EXPOSURE_VIEW);
        Text leak = Windows.control("exposure.symbol", Text.class);
        Ui.until("kprintf leaks", () -> leak.getText().endsWith("kprintf"));
    }

    /** Chooses by keys: the first item, and down from there; each on the way is asked about, and the last is answered. */
    private static void choose(String combo, int item) {
        Combo choice = Windows.control(combo, Combo.class);
        Ui.run(() -> {
            Ui.page().activate(Ui.page().findView(Ids.EXPOSURE_VIEW));
            choice.setFocus();
        });
        Ui.until("the choice has the focus", choice::isFocusControl);
        Robot.key("Home");
        for (int step = 0; step < item; step++) {
            Robot.key("Down");
        }
        Ui.until(combo + " is chosen", () -> choice.getSelectionIndex() == item);
        answered();
    }

    /** Waits until nothing is asked any more, and what was answered is laid out. */
    private static void answered() {
        Jobs.ended("Reading Exposure");
        Ui.within(200, () -> false);
    }

    private static void leak(String symbol) {
        Robot.fill(Windows.control("exposure.symbol", Text.class), symbol);
        Robot.key("Return");
        answered();
    }

    private static String figure(String id) {
        Label label = Windows.control("figure.exposure." + id, Label.class);
        return Ui.get(label::getText).replaceAll("[^0-9.]", "");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private JsonObject told(String symbol, String model, String defence) {
        List<String> words = new ArrayList<>(List.of("exposure", kernel.toString()));
        words.addAll(List.of("--kit", Demo.samples().resolve("demo-amd64").toString()));
        words.addAll(List.of("--leak", symbol, "--model", model, "--defence", defence));
        return KarlCommand.json(words.toArray(String[]::new));
    }

    private static List<String> names(JsonObject told, String array) {
        return told.getAsJsonArray(array).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(each -> each.get("object").getAsString() + " "
                        + (each.has("name") ? each.get("name").getAsString() : ""))
                .sorted()
                .toList();
    }

    private static List<String> names(String id, boolean named) {
        ColumnTable table = Windows.table(id);
        return Ui.get(() -> IntStream.range(0, table.shownRows().length)
                .mapToObj(row -> named
                        ? table.cellText(OBJECT, row) + " " + table.cellText(0, row)
                        : table.cellText(0, row) + " ")
                .sorted()
                .toList());
    }

    @Test
    void theFiguresAndWhatIsKnownAreThoseOfTheCommand() {
        Symbols.choose("kprintf");
        until("it follows", "printf.o:kprintf leaks: ");
        assertIsTold(told("printf.o:kprintf", "pointer", "karl"));
        Shots.take("exposure-pointer");
        choose("exposure.leak", 3);
        assertIsTold(told("printf.o:kprintf", "pagecontent", "karl"));
        Shots.take("exposure-pagecontent");
        choose("exposure.defence", 3);
        assertIsTold(told("printf.o:kprintf", "pagecontent", "sections"));
        choose("exposure.defence", 1);
        assertIsTold(told("printf.o:kprintf", "pagecontent", "slide"));
        Shots.take("exposure-slide");
    }

    private static void until(String what, String words) {
        Label label = Windows.control("exposure.words", Label.class);
        Ui.until(what, () -> label.getText().contains(words));
    }

    private static String words() {
        Label words = Windows.control("exposure.words", Label.class);
        return Ui.get(words::getText);
    }

    private static void assertIsTold(JsonObject told) {
        answered();
        JsonObject bytes = told.getAsJsonObject("byBytes");
        assertEquals(told.get("bodyFunctions").getAsString(), figure("functions"));
        assertEquals(told.get("blocks").getAsString(), figure("blocks"));
        assertEquals(decimal(told.get("meanExposure").getAsDouble()), figure("mean"));
        assertEquals(decimal(told.get("effectiveObjects").getAsDouble()), figure("effective"));
        Label effective = Windows.control("figure.exposure.effective", Label.class);
        assertTrue(Ui.get(effective::getToolTipText)
                .contains(decimal(bytes.get("effectiveObjects").getAsDouble())));
        assertEquals(String.valueOf(told.getAsJsonArray("headDiscloses").size()), figure("head"));
        Windows.tab("exposure.tabs", "Known");
        assertEquals(names(told, "known"), names("exposure.known", true));
        Windows.tab("exposure.tabs", "Bounded");
        assertEquals(names(told, "bounded"), names("exposure.bounded", false));
        Windows.tab("exposure.tabs", "Objects");
        assertEquals(names(told, "objects"), names("exposure.objects", false));
    }

    /** What is clicked in the map leaks; what is known stands first, and a double click goes there. */
    @Test
    void aSymbolInTheMapLeaksAndARowLeadsToItsPlace() {
        AddressMap map = Windows.control("exposure.map", AddressMap.class);
        Robot.click(map, 3, 3);
        Rectangle place = Ui.get(() -> {
            int item = IntStream.range(0, map.model().lane(SYMBOLS).count())
                    .filter(each -> map.model().lane(SYMBOLS).label(each).equals("kprintf"))
                    .findFirst()
                    .orElseThrow();
            map.window().zoomTo(SYMBOLS, item);
            return map.boundsOf(SYMBOLS, item);
        });
        Robot.click(map, place.x + place.width / 2, place.y + place.height / 2);
        Text field = Windows.control("exposure.symbol", Text.class);
        Ui.until("what is clicked leaks", () -> field.getText().equals("printf.o:kprintf"));
        answered();
        Ui.until("the editor shows it", () -> inEditor().equals("kprintf"));
        int colour = Ui.get(() -> map.model().lane(SYMBOLS).colour(map.selectedIndex()));
        assertEquals(Ui.get(() -> map.model().legend().entries().get(1).colour()), colour, "known by the leak");

        Windows.tab("exposure.tabs", "Known");
        ColumnTable known = Windows.table("exposure.known");
        Ui.until("blocks come first", () -> known.cellText(BECAUSE, 0).startsWith("block"));
        int other = Ui.get(() -> known.cellText(0, 0).equals("kprintf") ? 1 : 0);
        String name = Ui.get(() -> known.cellText(0, other));
        Control grid = Windows.control("exposure.known", Control.class);
        Point row = Ui.get(() -> grid.toDisplay(60, Symbols.middle(other)));
        Robot.doubleClick(row);
        Ui.until("the editor is at " + name, () -> inEditor().equals(name));
    }

    private String inEditor() {
        return editor.selectedLane() < 0
                ? ""
                : editor.model().lane(editor.selectedLane()).label(editor.selectedIndex());
    }

    @Test
    void candidatesPagesAndNamesThatDoNotExist() {
        leak("printf.o:kprintf");
        choose("exposure.leak", 1);
        JsonObject told = told("printf.o:kprintf", "unknown", "karl");
        Windows.tab("exposure.tabs", "Candidates");
        assertEquals(names(told, "candidates"), names("exposure.candidates", true));
        Shots.take("exposure-candidates");
        choose("exposure.leak", 4);
        assertTrue(words().contains("not against reads"), words());
        Windows.tab("exposure.tabs", "Bounded");
        assertEquals(List.of(), names("exposure.bounded", false));
        leak("no_such_symbol");
        until("it says so", "no such symbol");
        assertEquals(told.get("blocks").getAsString(), figure("blocks"), "the figures hold nevertheless");
    }

    @Test
    void aKitIsToldByOneDrawAsAnExample() {
        Demo.open(Demo.kit());
        Windows.tab("kit.tabs", "Overview");
        Robot.click(Windows.control("exposure.map", AddressMap.class), 3, 3);
        leak("printf.o:kprintf");
        until("it is a draw", "as an example");
        JsonObject told = KarlCommand.json(
                "exposure", Demo.samples().resolve("demo-amd64").toString(), "--leak", "printf.o:kprintf");
        assertIsTold(told);
        Shots.take("exposure-kit");
    }
}
