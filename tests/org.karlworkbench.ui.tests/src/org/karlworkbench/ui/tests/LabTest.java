package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.RecipeFiles;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.start.FileOpener;
import org.karlworkbench.ui.table.ColumnTable;

/** The laboratory: what the dialog asks for is measured as the command does it, shown, saved, reopened and reported. */
class LabTest {
    private static final List<String> PICTURES = List.of("guessing", "places", "growth");

    @TempDir
    Path folder;

    @BeforeEach
    void openTheKit() throws Exception {
        Demo.cleanDesk();
        removeResults();
        Demo.open(Demo.kit());
    }

    @AfterEach
    void light() throws Exception {
        ThemeTest.theme("e4_default");
        Ui.run(() -> Ui.page().closeAllEditors(false));
        removeResults();
    }

    private static List<Path> results() throws IOException {
        try (Stream<Path> files = Files.list(KitFile.path(Demo.kit()).getParent())) {
            return files.filter(file -> file.toString().endsWith(".lab"))
                    .sorted()
                    .toList();
        }
    }

    private static void removeResults() throws IOException, CoreException {
        for (Path file : results()) {
            Files.delete(file);
        }
        Demo.kit().getParent().refreshLocal(IResource.DEPTH_ONE, null);
    }

    private static Spinner open() {
        Windows.menu("alt+k", "s");
        return Windows.control("measure.count", Spinner.class);
    }

    /** Fills the dialog and starts. */
    private static void measure(int count, String seed) {
        Spinner number = open();
        Robot.fill(number, count);
        Robot.fill(Windows.control("measure.seed", Text.class), seed);
        Shots.take("lab-dialog");
        Robot.click(Windows.button("Measure"));
        Ui.until("the dialog is closed", () -> !Windows.shows("measure.count"));
    }

    /** The number on a card; "1 in 12,345" counts as 12345. */
    private static long number(String figure) {
        return Long.parseLong(
                Windows.label("figure.lab." + figure).replaceFirst("^1 in ", "").replaceAll("\\D", ""));
    }

    /** Whether a label is shown that contains some words; to be used on the UI thread. */
    private static boolean says(String id, String words) {
        List<Label> found = new ArrayList<>();
        Windows.collect(Label.class, label -> id.equals(label.getData(Ids.KEY)), found);
        return found.stream().anyMatch(label -> label.getText().contains(words));
    }

    private static JsonObject read(Path file) throws IOException {
        JsonObject object = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        object.remove("schemaVersion");
        object.remove("millis");
        return object;
    }

    /** What the command says of the kit by the recipe that it has here, which other tests may have changed. */
    private JsonObject told(int count, String seed) throws Exception {
        Recipe recipe = KitFiles.load(KitFile.path(Demo.kit())).getRecipes().getFirst();
        Path settings = folder.resolve("recipe.json");
        Files.writeString(settings, RecipeFiles.json(recipe).toString());
        return KarlCommand.json(
                "lab",
                Demo.samples().resolve("demo-amd64").toString(),
                "--recipe",
                settings.toString(),
                "--count",
                String.valueOf(count),
                "--seed",
                seed);
    }

    @Test
    void theNumbersAreThoseOfTheCommand() throws Exception {
        String seed = Seed.random().hex();
        measure(300, seed);
        Windows.control("lab.picture.guessing", PictureCanvas.class);
        Jobs.ended("Measuring Randomness");
        assertEquals(1, results().size());
        JsonObject ours = read(results().getFirst());
        JsonObject told = told(300, seed);
        for (String field : ours.keySet()) {
            assertEquals(told.get(field), ours.get(field), field);
        }
        assertEquals("300", Windows.label("figure.lab.layouts"));
        JsonObject typical = told.getAsJsonObject("attack").getAsJsonObject("typical");
        assertTrue(Windows.label("lab.words").contains(typical.get("name").getAsString()), Windows.label("lab.words"));
        assertEquals(Math.round(1 / typical.get("guess1").getAsDouble()), number("typical"));
        assertEquals(Math.round(typical.get("bootsForHalf").getAsDouble()), number("boots"));
        assertEquals(typical.get("probesForHalf").getAsLong(), number("probes"));
        assertEquals(told.getAsJsonArray("residue").size(), number("residue"));
        Windows.tab("lab.tabs", "Symbols");
        ColumnTable symbols = Windows.table("lab.symbols");
        assertEquals(told.getAsJsonArray("symbols").size(), (int) Ui.get(() -> symbols.shownRows().length));
        Shots.take("lab-symbols");
        Windows.tab("lab.tabs", "Residue");
        Shots.take("lab-residue");
        assertTrue(Ui.get(() -> Windows.table("lab.residue").shownRows().length) > 0);
    }

    @Test
    void itIsReopenedAndReportedInBothThemes() throws Exception {
        measure(200, Seed.random().hex());
        Windows.control("lab.picture.guessing", PictureCanvas.class);
        Jobs.ended("Measuring Randomness");
        Path file = results().getFirst();
        Shots.take("lab-light");
        List<Integer> light = backgrounds();
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("lab-dark");
        for (int i = 0; i < PICTURES.size(); i++) {
            assertTrue(light.get(i) > 0xe0e0e0 && backgrounds().get(i) < 0x505050, PICTURES.get(i));
        }
        Colours.shown().forEach((place, colours) -> assertTrue(colours.contrast() > 60, place + colours));
        ThemeTest.theme("e4_default");
        String odds = Windows.label("figure.lab.typical");
        Ui.run(() -> Ui.page().closeAllEditors(false));
        Ui.run(() -> Opener.lab(Ui.page(), file));
        Windows.control("lab.picture.places", PictureCanvas.class);
        assertEquals(odds, Windows.label("figure.lab.typical"));

        String html = Files.readString(FileDialogs.save("Save Report", folder.resolve("report.html")));
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.contains("<svg"), html.substring(0, 100));
        String csv = Files.readString(FileDialogs.save("Save Report", folder.resolve("report.csv")));
        assertTrue(csv.startsWith("name,object,kind,block"), csv.substring(0, 100));
        assertTrue(csv.contains("kprintf,printf.o,function"));
    }

    private static List<Integer> backgrounds() {
        return PICTURES.stream()
                .map(id -> Windows.control("lab.picture." + id, PictureCanvas.class))
                .map(canvas -> Ui.get(() -> canvas.picture().background()))
                .toList();
    }

    @Test
    void aCancelledRunHasTheResultOfTheDrawsSoFar() throws Exception {
        int before = KarlConsole.get().text().length();
        measure(1_000_000, "");
        Ui.until("the cost is told", () -> KarlConsole.get().text().indexOf("draws take about", before) > 0);
        Ui.until("there is a result so far", () -> Windows.words("lab.words")
                .matches("(?s)So far, from [\\d,]+ of 1,000,000 draws.*"));
        Shots.take("lab-so-far");
        Jobs.cancel("Measuring Randomness");
        Ui.until("it says what became of the rest", () -> says("lab.words", "Cancelled after"));
        JsonObject result = read(results().getFirst());
        int made = result.get("layouts").getAsInt();
        assertTrue(made > 0 && made < 1_000_000, String.valueOf(made));
    }

    @Test
    void aSeedThatIsNoneIsToldAndAFileThatIsNoResultToo() throws Exception {
        open();
        Robot.fill(Windows.control("measure.seed", Text.class), "abc");
        Button measure = Windows.button("Measure");
        Ui.until("it says so", () -> !measure.isEnabled());
        assertTrue(Windows.label("measure.note").contains("64 hex digits"));
        Robot.fill(Windows.control("measure.seed", Text.class), "");
        Ui.until("a new one will do", measure::isEnabled);
        Robot.key("Escape");
        Ui.until("the dialog is closed", () -> !Windows.shows("measure.count"));
        Path none = Files.writeString(folder.resolve("none.lab"), "{\"schemaVersion\":1}");
        Ui.run(() -> FileOpener.open(Ui.page(), none));
        Ui.until("the editor says so", () -> says("lab.message", "no laboratory result"));
        assertFalse(Ui.get(() -> Windows.shows("lab.tabs")));
    }

    /** What do larger gaps buy? Two results, one behind the other. */
    @Test
    void twoRunsSideBySide() throws Exception {
        measure(100, Seed.random().hex());
        Windows.control("lab.picture.guessing", PictureCanvas.class);
        Jobs.ended("Measuring Randomness");
        Demo.open(Demo.kit());
        measure(150, Seed.random().hex());
        Ui.until("the second is there", () -> says("figure.lab.layouts", "150"));
        Path first = results().getFirst();
        FileDialogs.name(() -> Windows.tool("Hold Against"), first);
        Ui.until("both are there", () -> says("figure.lab.layouts", "150 → 100"));
        assertTrue(Windows.label("lab.words").contains(first.getFileName().toString()));
        PictureCanvas guessing = Windows.control("lab.picture.guessing", PictureCanvas.class);
        assertTrue(
                Ui.get(() -> guessing.picture().shapes().stream()
                        .anyMatch(each -> each instanceof Shape.Text text
                                && text.text().equals(first.getFileName().toString()))),
                "both distributions are in one picture");
        Shots.take("lab-overlay");
        Windows.tab("lab.tabs", "Symbols");
        ColumnTable symbols = Windows.table("lab.symbols");
        assertTrue(Ui.get(
                () -> symbols.columns().stream().anyMatch(each -> each.title().equals("Gained"))));
        Shots.take("lab-beside");
    }
}
