package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** Recipes are copied, renamed, shown beside each other and removed; all of it can be undone, saved and reverted. */
class RecipesTest {
    @TempDir
    private Path folder;

    private KitOfMine kit;
    private KitEditor editor;

    @BeforeEach
    void openAKit() {
        Demo.cleanDesk();
        kit = KitOfMine.in(folder, "Recipes");
        editor = Demo.open(kit.file());
        Windows.tab("kit.tabs", "Recipes");
    }

    @AfterEach
    void leaveNothing() {
        kit.delete();
    }

    @Test
    void recipesStandBesideEachOtherWithTheirDifferencesMarked() throws Exception {
        assertEquals(List.of("Setting", "Plain"), titles());
        name("Copy…", "Wide Gaps");
        Ui.until("both are columns", () -> titles().equals(List.of("Setting", "Plain", "Wide Gaps")));
        assertEquals("Wide Gaps", Ui.get(() -> editor.chosenRecipe().getName()), "the copy is the one that is edited");
        Windows.tab("kit.tabs", "Gaps");
        Robot.fill(Windows.field("gap.data.low"), "64");
        Robot.fill(Windows.field("gap.data.high"), "8192");
        Ui.until("the gap is set", () -> editor.chosenRecipe().getData() != null);
        Windows.tab("kit.tabs", "Recipes");
        ColumnTable table = Windows.table("kit.recipes");
        int all = Ui.get(table::lineCount);
        Shots.take("recipes");
        Robot.click(Windows.button("Only what differs"));
        Ui.until("one setting differs", () -> table.lineCount() == 1);
        NatTable grid = Windows.control("kit.recipes", NatTable.class);
        assertTrue(Ui.get(() -> grid.getDataValueByPosition(0, 1).toString()).startsWith("Gap "));
        assertEquals("64..8192 bytes", Ui.get(() -> grid.getDataValueByPosition(2, 1)));
        assertEquals("differs", Ui.get(() -> table.columns().get(1).icon().apply(0)), "marked against the chosen one");
        Shots.take("recipes-different");
        Robot.click(Windows.button("Only what differs"));
        Ui.until("all settings are back", () -> table.lineCount() == all);
        name("Rename…", "Wide");
        Ui.until("the column has the new name", () -> titles().equals(List.of("Setting", "Plain", "Wide")));
        Ui.save();
        Ui.until("it is saved", () -> !editor.isDirty());
        List<Recipe> saved = KitFiles.load(KitFile.path(kit.file())).getRecipes();
        assertEquals(
                List.of("Plain", "Wide"), saved.stream().map(Recipe::getName).toList());
        assertEquals(8192, saved.getLast().getData().getHigh());
    }

    @Test
    void everyStepIsUndoneRedoneAndReverted() {
        name("Copy…", "Second");
        name("Rename…", "Third");
        Ui.until("it is renamed", () -> titles().getLast().equals("Third"));
        Robot.click(Windows.button("Delete"));
        Ui.until("it is gone", () -> titles().size() == 2);
        for (String title : List.of("Third", "Second", "Plain")) {
            Robot.key("ctrl+z");
            Ui.until("the last is " + title, () -> titles().getLast().equals(title));
        }
        assertFalse(Ui.get(editor::isDirty), "all is as it was");
        for (String title : List.of("Second", "Third", "Plain")) {
            Robot.key("ctrl+y");
            Ui.until("the last is " + title + " again", () -> titles().getLast().equals(title));
        }
        Robot.key("ctrl+z");
        Ui.until("the third is back", () -> titles().getLast().equals("Third"));
        assertTrue(Ui.get(editor::isDirty));
        Windows.openMenu(() -> Robot.key("alt+f"));
        Shots.take("recipes-file-menu");
        Robot.key("t"); // Revert
        Ui.until("the file's own recipes are shown", () -> titles().equals(List.of("Setting", "Plain")));
        assertFalse(Ui.get(editor::isDirty));
        Robot.key("ctrl+z");
        assertFalse(Ui.within(300, () -> titles().size() > 2), "what was reverted is not undone");
    }

    @Test
    void theRecipeToCompareWithIsChosenByKey() {
        name("Copy…", "Second");
        Ui.until("both are columns", () -> titles().size() == 3);
        Combo choice = Windows.control("recipe.choice", Combo.class);
        Ui.run(choice::setFocus);
        Ui.until("the choice has the focus", choice::isFocusControl);
        Robot.key("Home");
        Ui.until("the first is chosen", () -> editor.chosenRecipe().getName().equals("Plain"));
    }

    private static void name(String button, String name) {
        Robot.click(Windows.button(button));
        Windows.answer(" Recipe", name);
    }

    private static List<String> titles() {
        return Ui.get(() -> Windows.table("kit.recipes").shownColumns().stream()
                .map(Column::title)
                .toList());
    }
}
