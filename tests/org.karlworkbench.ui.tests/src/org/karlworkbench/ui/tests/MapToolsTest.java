package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.picture.Viewport;
import org.karlworkbench.ui.canvas.AddressMap;

/** What the buttons above a kernel's map do: other colours with their legend, and a picture in a file. */
class MapToolsTest {
    private static final int OBJECTS = 1;

    @TempDir
    Path folder;

    private AddressMap map;

    @BeforeEach
    void openAKernel() {
        map = Demo.openFirstRelink();
    }

    @Test
    void otherColoursLeaveTheWindowAndTheSelection() {
        int row = Ui.get(this::anObject);
        Ui.run(() -> {
            map.window().zoomTo(OBJECTS, row);
            map.select(OBJECTS, row);
        });
        Viewport window = Ui.get(map.window()::viewport);
        int before = Ui.get(() -> map.model().lane(OBJECTS).colour(row));
        Windows.openMenu(() -> Windows.tool("Colour By"));
        Robot.key("Up", "Return");
        Ui.until("the legend speaks of sizes", () -> map.model().legend().entries().stream()
                .anyMatch(entry -> entry.words().equals("1.0 MiB")));
        assertNotEquals(before, (int) Ui.get(() -> map.model().lane(OBJECTS).colour(row)));
        assertEquals(window, Ui.get(map.window()::viewport));
        assertEquals(row, (int) Ui.get(map::selectedIndex));
        Shots.take("map-sizes");
        Windows.openMenu(() -> Windows.tool("Colour By"));
        Robot.key("Down", "Return");
        Ui.until(
                "objects have their colours again",
                () -> map.model().lane(OBJECTS).colour(row) == before);
    }

    private int anObject() {
        int row = map.model().lane(OBJECTS).count() / 2;
        while (!map.model().lane(OBJECTS).label(row).endsWith(".o")) {
            row++;
        }
        return row;
    }

    @Test
    void thePictureIsSavedAsItIsShown() throws IOException {
        Path svg = save("layout.svg");
        String words = Files.readString(svg);
        assertTrue(
                words.startsWith("<?xml") && words.contains("Whole kernel") && words.contains(".text"),
                words.substring(0, 200));
        Path png = save("layout.png");
        ImageData image = new ImageData(png.toString());
        assertEquals((int) Ui.get(() -> map.getClientArea().width), image.width);
    }

    private Path save(String name) {
        return FileDialogs.save("Save Picture", folder.resolve(name));
    }
}
