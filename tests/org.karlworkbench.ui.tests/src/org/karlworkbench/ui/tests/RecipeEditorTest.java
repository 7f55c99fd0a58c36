package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.relink.KarlConsole;

/** Settings of a recipe are typed, checked while they are typed, and become what a relink does; a relink is replayed. */
class RecipeEditorTest {
    private IFile kit;
    private KitEditor editor;

    @BeforeEach
    void openTheKit() {
        Demo.cleanDesk();
        kit = Demo.kit();
        editor = Demo.open(kit);
        Windows.tab("kit.tabs", "Gaps");
    }

    @AfterEach
    void forgetTheRecipe() {
        Ui.run(() -> Ui.page().closeAllEditors(false));
    }

    @Test
    void pinnedAndStripAreTypedAndTakeEffect() throws Exception {
        Robot.fill(field("pinned"), "pool.o\ntrap.o");
        Ui.until("both are pinned", () -> recipe().getPinned().equals(List.of("pool.o", "trap.o")));
        Robot.key("ctrl+z");
        Ui.until("one step takes it back", () -> recipe().getPinned().isEmpty());
        Robot.key("ctrl+y");
        Ui.until("they are back", () -> recipe().getPinned().size() == 2);
        choose("recipe.strip", "End");
        Ui.until("all symbols are left out", () -> recipe().getStrip().equals("all"));
        assertNull(Ui.get(() -> form().getMessage()));
        Shots.take("kit-recipe");
        List<String> makefile = Ui.get(() -> editor.model().known().getObjects().stream()
                .map(object -> object.getName())
                .toList());
        Path kernel = Demo.relink(kit);
        LedgerEntry entry = LedgerFiles.read(LedgerFiles.beside(kernel));
        assertEquals("all", entry.getRecipe().getStrip());
        assertTrue(entry.getFlags().contains("-s"), entry.getFlags().toString());
        for (String pinned : List.of("pool.o", "trap.o")) {
            assertEquals(
                    makefile.indexOf(pinned) - 1, entry.getOrder().indexOf(pinned), "behind one object of the head");
        }
        try (ElfFile file = ElfFile.open(kernel)) {
            assertTrue(file.symbols().count() <= 1, "no symbols are left");
        }
    }

    private void choose(String id, String key) {
        Combo combo = Windows.control(id, Combo.class);
        Ui.run(combo::setFocus);
        Ui.until("the choice has the focus", combo::isFocusControl);
        Robot.key(key);
    }

    @Test
    void whatCannotWorkIsSaidWhileItIsTyped() {
        Robot.fill(field("pinned"), "nosuch.o");
        complains("nosuch.o is not in the kit's body");
        Robot.fill(field("pinned"), "pool.o");
        content();
        Robot.fill(field("neighbours"), "trap.o\ncpu.o\n\npci.o\npool.o");
        complains("pool.o has a place already, by pinned");
        Robot.fill(field("neighbours"), "trap.o\ncpu.o\n\npci.o\npic.o");
        content();
        assertEquals(2, Ui.get(() -> recipe().getNeighbours().size()));
        Robot.fill(field("addFlags"), "--plugin x");
        complains("it loads code into the linker");
        Robot.fill(field("addFlags"), "-z muldefs");
        content();
        Robot.fill(field("dropFlags"), "-Q");
        complains("-Q is no flag of the kit's");
        Robot.fill(field("dropFlags"), "-X");
        content();
        Robot.fill(field("textBase"), "somewhere");
        complains("an address is 0x");
        Robot.fill(field("textBase"), "0xffffffff82000000");
        content();
        Robot.fill(reveal(Windows.field("gap.data.align")), "12");
        complains("power of two from 4");
        Robot.fill(Windows.field("gap.data.align"), "64");
        content();
        assertEquals(64, Ui.get(() -> recipe().getDataAlign()));
        choose("recipe.unit", "End");
        complains("only the built-in linker moves sections");
        assertEquals("object", Ui.get(() -> recipe().getUnit()));
        choose("recipe.linker", "End");
        Ui.until("sections can be shuffled now", () -> recipe().getUnit().equals("section"));
        content();
        choose("recipe.linker", "Home");
        complains("only the built-in linker moves sections");
        assertEquals("builtin", Ui.get(() -> recipe().getLinker()));
        assertEquals(List.of("-X"), Ui.get(() -> List.copyOf(recipe().getDropFlags())));
    }

    @Test
    void aRelinkIsReplayedFromProjectExplorer() throws Exception {
        Path kernel = Demo.twoRelinks().getFirst();
        Explorer.click("Demo", "demo", "Relinks", kernel.getFileName().toString());
        Robot.key("shift+F10");
        Ui.until("the context menu is open", Explorer::menuIsOpen);
        Shots.take("relink-menu");
        Robot.key("y");
        String name = kernel.getFileName() + "-replayed";
        Ui.until(
                "the console says it",
                () -> KarlConsole.get().text().contains(name + ": the same bytes as " + kernel.getFileName()));
        Path replayed = kernel.resolveSibling(name);
        assertArrayEquals(Files.readAllBytes(kernel), Files.readAllBytes(replayed));
        Explorer.item("Demo", "demo", "Relinks", name);
    }

    private Recipe recipe() {
        return editor.chosenRecipe();
    }

    private static Text field(String setting) {
        return reveal(Windows.field("recipe." + setting));
    }

    private static <C extends Control> C reveal(C control) {
        Ui.run(() -> FormToolkit.ensureVisible(control));
        return control;
    }

    private static ScrolledForm form() {
        List<ScrolledForm> forms = new ArrayList<>();
        Windows.collect(ScrolledForm.class, _ -> true, forms);
        return forms.getFirst();
    }

    static void complains(String words) {
        Ui.until("the form says " + words, () -> String.valueOf(form().getMessage())
                .contains(words));
    }

    private static void content() {
        Ui.until("the form is content", () -> form().getMessage() == null);
    }
}
