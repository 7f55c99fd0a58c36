package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.model.GapBounds;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.ColumnTable;

/** Bounds of gaps are typed, checked, undone, redone and saved; objects are sorted and filtered. */
class KitEditorTest {
    private KitEditor editor;

    @BeforeEach
    void openTheKit() {
        Demo.cleanDesk();
        editor = Demo.open(Demo.kit());
    }

    @Test
    void aGapIsChangedUndoneRedoneAndSaved() throws EngineException {
        Windows.tab("kit.tabs", "Gaps");
        Text low = Windows.field("gap.data.low");
        Text high = Windows.field("gap.data.high");
        Robot.fill(low, "16");
        assertNotNull(complaint(), "one bound alone is not enough");
        Robot.fill(high, "0x800");
        assertBounds(16, 0x800);
        assertNull(complaint());
        assertTrue(Ui.get(editor::isDirty));
        Shots.take("kit-gaps");
        Robot.key("ctrl+z");
        Ui.until("one step takes it back", () -> !editor.isDirty());
        assertNull(Ui.get(() -> editor.chosenRecipe().getData()), "undone");
        Ui.until(
                "the fields are empty again",
                () -> low.getText().isEmpty() && high.getText().isEmpty());
        Robot.key("ctrl+shift+z");
        assertBounds(16, 0x800);
        Robot.key("ctrl+z");
        Ui.until("it is taken back again", () -> !editor.isDirty());
        Robot.key("ctrl+y");
        assertBounds(16, 0x800);
        Ui.save();
        Ui.until("the kit is saved", () -> !editor.isDirty());
        GapBounds saved = KitFiles.load(KitFile.path(editor.kitFile()))
                .getRecipes()
                .getFirst()
                .getData();
        assertEquals(16, saved.getLow());
        assertEquals(0x800, saved.getHigh());
    }

    @Test
    void whatMakesNoSenseIsSaidAndNeverWritten() {
        Windows.tab("kit.tabs", "Gaps");
        Text low = Windows.field("gap.rodata.low");
        Text high = Windows.field("gap.rodata.high");
        Robot.fill(low, "64");
        Robot.fill(high, "lots");
        Ui.until("the form complains", () -> form().getMessage() != null);
        assertTrue(complaint().contains("rodata"), complaint());
        Shots.take("kit-bad-bound");
        Robot.fill(high, "8");
        Ui.until("the form complains still", () -> form().getMessage() != null);
        assertNull(Ui.get(() -> editor.chosenRecipe().getRodata()));
        assertFalse(Ui.get(editor::isDirty));
        Robot.fill(high, "");
        Robot.fill(low, "");
        Ui.until("the form is content", () -> form().getMessage() == null);
    }

    @Test
    void theDemoKitIsTheOneWithoutDebugSections() throws IOException {
        Path objects = Path.of(Ui.get(() -> editor.model().kit().getSource()));
        assertEquals(
                -1, Files.mismatch(Demo.samples().resolve("demo-amd64").resolve("main.o"), objects.resolve("main.o")));
    }

    @Test
    void objectsAreFilteredAndSorted() {
        Windows.tab("kit.tabs", "Objects");
        ColumnTable objects = Windows.table("kit.objects");
        int all = Ui.get(() -> objects.shownRows().length);
        assertEquals(all, Ui.get(() -> editor.model().known().getObjects().size()));
        Robot.fill(Windows.field("kit.objects.filter"), "locore");
        Ui.until("two objects are left", () -> objects.shownRows().length == 2);
        assertTrue(Windows.label("kit.objects.count").startsWith("2 of "));
        Robot.fill(Windows.field("kit.objects.filter"), "");
        Ui.until("all are back", () -> objects.shownRows().length == all);
        Robot.click(Windows.control("kit.objects", Control.class), 60, 8);
        Ui.until("they are sorted by name", () -> isSorted(objects));
        Shots.take("kit-objects");
    }

    private static boolean isSorted(ColumnTable table) {
        return IntStream.range(1, table.shownRows().length)
                .allMatch(row -> table.cellText(0, row - 1).compareToIgnoreCase(table.cellText(0, row)) <= 0);
    }

    private void assertBounds(long low, long high) {
        Ui.until("the recipe has the gap " + low + " to " + high, () -> {
            GapBounds bounds = editor.chosenRecipe().getData();
            return bounds != null && bounds.getLow() == low && bounds.getHigh() == high;
        });
    }

    private static ScrolledForm form() {
        List<ScrolledForm> forms = new ArrayList<>();
        Windows.collect(ScrolledForm.class, _ -> true, forms);
        return forms.getFirst();
    }

    private static String complaint() {
        return Ui.get(() -> form().getMessage());
    }
}
