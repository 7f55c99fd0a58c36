package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.themes.IThemeManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.start.FileOpener;
import org.karlworkbench.ui.table.ColumnTable;

/** Many relinks are measured by a command: what it measured is kept, shown as a distribution, leads to the map, and can be saved. */
class NoiseTest {
    private static final long LONG = 300_000;

    /** How far the startup code reaches, which is what the first gap makes of it. */
    private static final String MEASURE =
            "a=$(nm \"$KERNEL\" | awk '$3 == \"endboot\" {print $1}'); echo $((0x${a#????????} / 16))";

    @TempDir
    Path folder;

    private KitOfMine kit;

    @BeforeEach
    void openTheKit() throws IOException {
        Demo.cleanDesk();
        kit = KitOfMine.in(Files.createDirectory(folder.resolve("kit")), "Measured");
        Demo.open(kit.file());
    }

    @AfterEach
    void leave() {
        ThemeTest.theme("e4_default");
        Jobs.ended("Measuring");
        kit.delete();
    }

    private static void measure(String command, int count, int warmUps, int seconds) {
        Windows.menu("alt+k", "o");
        Spinner number = Windows.control("noise.count", Spinner.class);
        Spinner warm = Windows.control("noise.warmUps", Spinner.class);
        Spinner time = Windows.control("noise.seconds", Spinner.class);
        Ui.run(() -> {
            number.setSelection(count);
            warm.setSelection(warmUps);
            time.setSelection(seconds);
        });
        Robot.fill(Windows.field("noise.command"), command);
        Shots.take("noise-dialog");
        Button measure = Windows.button("Measure");
        Ui.until("it can be measured", measure::isEnabled);
        Robot.click(measure);
        Ui.until("the dialog is closed", measure::isDisposed);
    }

    private static void says(String id, String words) {
        assertTrue(
                Ui.within(LONG, () -> Windows.words(id).contains(words)),
                () -> id + ": " + Ui.get(() -> Windows.words(id)));
    }

    @Test
    void aDistributionWithWhatGoesWithItIsShownAndSaved() throws Exception {
        Path runs = folder.resolve("runs");
        measure("echo x >> " + runs + "; " + MEASURE, 20, 1, 60);
        says("figure.noise.measured", "20 of 20");
        assertEquals(40, Files.readAllLines(runs).size(), "each relink is warmed up once");
        PictureCanvas picture = Windows.control("noise.picture", PictureCanvas.class);
        assertTrue(Ui.get(() -> picture.picture().shapes().size()) > 3);
        ColumnTable features = Windows.table("noise.features");
        Ui.until("the first gap goes with it", () -> {
            for (int row = 0; row < features.shownRows().length; row++) {
                if (features.cellText(0, row).equals("gap text0")) {
                    return true;
                }
            }
            return false;
        });
        Shots.take("noise");
        String shown = Ui.get(() -> Windows.words("figure.noise.median"));
        assertSaved(shown.replaceAll("[^0-9.]", ""));
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("noise-dark");
        assertTrue(Ui.get(() -> picture.picture().background()) < 0x505050);
        Colours.shown().forEach((place, colours) -> assertTrue(colours.contrast() > 60, place + colours));
        ThemeTest.theme("e4_default");
        LooksTest.currentTheme(LooksTest.CONTRAST);
        ThemeTest.faded();
        Shots.take("noise-contrast");
        LooksTest.currentTheme(IThemeManager.DEFAULT_THEME);

        Path file = KitFile.path(kit.file()).resolveSibling("mine-Plain-1.noise");
        Ui.run(() -> Ui.page().closeAllEditors(false));
        Ui.run(() -> FileOpener.open(Ui.page(), file));
        says("figure.noise.median", shown);
        leadsToTheMap();
    }

    private void assertSaved(String median) throws IOException {
        JsonObject saved = JsonParser.parseString(
                        Files.readString(FileDialogs.save("Save Measurement", folder.resolve("noise.json"))))
                .getAsJsonObject();
        double told = saved.get("median").getAsDouble();
        assertEquals(told, Double.parseDouble(median), Math.abs(told) * 1e-4);
        assertEquals(20, saved.getAsJsonArray("values").size());
        String csv = Files.readString(FileDialogs.save("Save Measurement", folder.resolve("noise.csv")));
        assertEquals(21, csv.lines().count());
    }

    /** The row of the first gap, in whatever line it stands, opens the newest relink there. */
    private void leadsToTheMap() {
        kit.relink("bsd-0001");
        ColumnTable features = Windows.table("noise.features");
        Robot.fill(Windows.field("noise.features.filter"), "gap text0");
        Ui.until("only the first gap is left", () -> features.shownRows().length == 1);
        NatTable grid = Windows.control("noise.features", NatTable.class);
        Robot.doubleClick(Ui.get(() -> {
            var row = grid.getBoundsByPosition(1, 1);
            return grid.toDisplay(row.x + 20, row.y + row.height / 2);
        }));
        Ui.until(
                "the relink is shown",
                () -> Ui.page().getActiveEditor() instanceof KernelEditor editor && editor.layout() != null);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the gap is selected on the map", () -> map.selectedIndex() >= 0);
        Shots.take("noise-on-the-map");
    }

    @Test
    void aCommandThatFailsOrHangsIsTold() {
        int before = KarlConsole.get().text().length();
        measure("sleep 1000", 2, 0, 1);
        Jobs.ended("Measuring");
        Ui.until("it says so", () -> KarlConsole.get().text().indexOf("measured none of 2 relinks", before) > 0);
        measure("sleep 1000", 5, 0, 600);
        Ui.until("it runs", () -> Jobs.running("Measuring"));
        Jobs.cancel("Measuring");
        Jobs.ended("Measuring");
        assertFalse(Ui.get(() -> Windows.shows("noise.picture")));
    }

    @Test
    void aFileThatIsNoMeasurementIsToldInWords() throws IOException {
        for (String text : new String[] {"{}", "", "[1]", "{\"schemaVersion\":1,\"values\":[1],\"features\":[null]}"}) {
            Path none = Files.writeString(folder.resolve("none.noise"), text);
            Ui.run(() -> FileOpener.open(Ui.page(), none));
            says("noise.message", "it is no measurement of noise");
            Ui.run(() -> Ui.page().closeAllEditors(false));
        }
    }
}
