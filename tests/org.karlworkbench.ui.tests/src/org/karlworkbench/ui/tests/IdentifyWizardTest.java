package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.compare.ComparisonEditor;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.start.FileOpener;

/** Dumps of memory are identified, and a changed kit is relinked like before. Memory is made of what readelf says of a kernel. */
class IdentifyWizardTest {
    @TempDir
    Path folder;

    private final Random random = new Random();
    private KitOfMine kit;
    private List<Path> two;

    @BeforeEach
    void relinkTwice() throws IOException {
        Demo.cleanDesk();
        kit = KitOfMine.in(Files.createDirectory(folder.resolve("kit")), "Identified");
        two = List.of(kit.relink("bsd-0001"), kit.relink("bsd-0002"));
    }

    @AfterEach
    void leave() {
        ThemeTest.theme("e4_default");
        kit.delete();
    }

    /** Memory from address 0 on, with the kernel's segments where readelf says, and garbage before them. */
    private Path dump(Path kernel, String name) throws IOException {
        byte[] memory = new byte[32 << 20];
        byte[] garbage = new byte[64 << 10];
        random.nextBytes(garbage);
        System.arraycopy(garbage, 0, memory, random.nextInt(1 << 20), garbage.length);
        byte[] bytes = Files.readAllBytes(kernel);
        Tool.run(30, List.of("readelf", "-lW", kernel.toString()))
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words[0].equals("LOAD"))
                .forEach(words -> System.arraycopy(
                        bytes, Integer.decode(words[1]), memory, Integer.decode(words[3]), Integer.decode(words[4])));
        return Files.write(folder.resolve(name), memory);
    }

    private void open() {
        Windows.menu("alt+k", "i");
        Windows.control("identify.dump", Text.class);
    }

    private void search() {
        Combo combo = Windows.control("identify.kit", Combo.class);
        Ui.run(() -> combo.select(combo.indexOf("The relinks of mine")));
        Button next = Windows.button("Next >");
        Ui.until("Next is on", next::isEnabled);
        Robot.click(next);
        Windows.control("identify.verdict", Label.class);
    }

    private static void finish() {
        Button finish = Windows.button("Finish");
        Ui.until("Finish is on", finish::isEnabled);
        Robot.click(finish);
        Ui.until("the wizard is closed", finish::isDisposed);
    }

    private static void opened(String name) {
        Ui.until(
                name + " is open",
                () -> Ui.page().getActiveEditor() instanceof KernelEditor editor
                        && editor.getTitle().equals(name)
                        && editor.layout() != null);
    }

    @Test
    void theRelinkThatRanIsNamedAndOpened() throws Exception {
        Path kernel = two.get(random.nextInt(2));
        open();
        Robot.fill(Windows.field("identify.dump"), dump(kernel, "memory").toString());
        search();
        String verdict = Windows.label("identify.verdict");
        assertTrue(verdict.endsWith(LedgerFiles.beside(kernel).toString()), verdict);
        Shots.take("identify");
        finish();
        opened(kernel.getFileName().toString());
    }

    /** As when bsd.0 was replaced after the core was saved; the file is dropped into the window. */
    @Test
    void aCoreThatDoesNotBelongToTheKernelBesideItIsTold() throws Exception {
        Path core = dump(two.getFirst(), "bsd.0.core");
        Files.copy(two.getLast(), folder.resolve("bsd.0"));
        Ui.display().asyncExec(() -> FileOpener.open(Ui.page(), core));
        Text kernel = Windows.field("identify.kernel");
        assertEquals(folder.resolve("bsd.0").toString(), Ui.get(kernel::getText));
        search();
        assertTrue(Ui.get(() -> WizardPages.dialog().getMessage()).contains("do not belong together"));
        assertTrue(Windows.label("identify.verdict")
                .endsWith(LedgerFiles.beside(two.getFirst()).toString()));
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("identify-foreign-dark");
        WizardPages.cancel();
    }

    /** Nobody kept the entry. */
    @Test
    void aDrawThatNoLedgerHasIsRecoveredAndWritten() throws Exception {
        Path gone = kit.relink("bsd-0003");
        Path dump = dump(gone, "memory");
        byte[] bytes = Files.readAllBytes(gone);
        for (Path each : List.of(gone, LedgerFiles.beside(gone), LedgerFiles.placesOf(LedgerFiles.beside(gone)))) {
            Files.delete(each);
        }
        open();
        Robot.fill(Windows.field("identify.dump"), dump.toString());
        search();
        assertTrue(Windows.label("identify.verdict").startsWith("Recovered"), Windows.label("identify.verdict"));
        Shots.take("identify-recovered");
        finish();
        opened("bsd-0003");
        assertTrue(Files.exists(LedgerFiles.beside(gone)));
        assertEquals(bytes.length, Files.size(gone));
    }

    @Test
    void garbageIsNoKernelAndAFileThatIsNotThereIsTold() throws Exception {
        byte[] garbage = new byte[1 << 20];
        random.nextBytes(garbage);
        open();
        Robot.fill(Windows.field("identify.dump"), folder.resolve("none").toString());
        Ui.until("it is told", () -> "There is no such dump.".equals(WizardPages.error()));
        Button next = Windows.button("Next >");
        assertFalse(Ui.get(next::isEnabled));
        Path file = Files.write(folder.resolve("garbage"), garbage);
        Robot.fill(Windows.field("identify.dump"), file.toString());
        search();
        assertTrue(Windows.label("identify.verdict").startsWith("None"), Windows.label("identify.verdict"));
        Button opens = Windows.control("identify.open", Button.class);
        assertFalse(Ui.get(opens::isEnabled));
        finish();
    }

    /** The demo kit gets one object more; all others stay where they can. */
    @Test
    void aChangedKitIsRelinkedLikeBefore() throws Exception {
        kit.edit("main.o", "main.o added.o");
        Path source = Files.writeString(folder.resolve("added.s"), ".text\n.globl added\nadded: ret\n");
        Tool.run(30, List.of("as", "--64", "-o", kit.folder().resolve("added.o").toString(), source.toString()));
        int before = KarlConsole.get().text().length();
        Explorer.menu("Relink Like", "Identified", "mine", "Relinks", "bsd-0001");
        Ui.until("it says what moved", () -> KarlConsole.get().text().indexOf("linked like bsd-0001; ", before) > 0);
        String said = KarlConsole.get().text().substring(before);
        assertTrue(said.contains("added: added.o"), said);
        Ui.until("both are side by side", () -> Ui.page().getActiveEditor() instanceof ComparisonEditor);
        Windows.control("figure.moved", Control.class);
        Shots.take("relink-like");
    }
}
