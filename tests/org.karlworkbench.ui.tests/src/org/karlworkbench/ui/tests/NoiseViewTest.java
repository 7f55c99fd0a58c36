package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.table.ColumnTable;

/** Many relinks are measured by a command: what it measured is shown as a distribution, and can be saved. */
class NoiseViewTest {
    private static final long LONG = 120_000;

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
        Views.hide(Ids.NOISE_VIEW);
        Jobs.ended("Measuring");
        kit.delete();
    }

    private static void measure(String command, int count, int warmUps, int seconds) {
        Robot.key("alt+k");
        Ui.within(300, () -> false); // until the menu is open
        Robot.key("o");
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
        Path file = MapToolsTest.save("Save Measurement", folder.resolve("noise.json"));
        JsonObject saved = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        double median = saved.get("median").getAsDouble();
        String shown = Ui.get(() -> Windows.words("figure.noise.median")).replaceAll("[^0-9.]", "");
        assertEquals(median, Double.parseDouble(shown), Math.abs(median) * 1e-4);
        assertEquals(20, saved.getAsJsonArray("values").size());
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("noise-dark");
        assertTrue(Ui.get(() -> picture.picture().background()) < 0x505050);
        Colours.shown().forEach((place, colours) -> assertTrue(colours.contrast() > 60, place + colours));
    }

    @Test
    void aCommandThatFailsOrHangsIsTold() {
        measure("sleep 1000", 2, 0, 1);
        says("noise.message", "measured none of 2 relinks");
        measure("sleep 1000", 5, 0, 600);
        Ui.until("it runs", () -> Jobs.running("Measuring"));
        Windows.tool("Stop Measuring");
        says("noise.message", "Stopped.");
        Jobs.ended("Measuring");
        assertFalse(Ui.get(() -> Windows.shows("noise.picture")));
    }
}
