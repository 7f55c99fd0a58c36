package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.table.ColumnTable;

/** Kits come into the workspace from a folder and from an archive; what is wrong is said before anything is made. */
class NewKitTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @Test
    void aFolderBecomesAKit() {
        WizardPages.open(Demo.samples().resolve("demo-amd64"));
        WizardPages.project("Folders");
        WizardPages.name("from-folder");
        assertFalse(WizardPages.canFinish(), "Finish is off as long as the kit is not read");
        WizardPages.next();
        assertTrue(WizardPages.summary().startsWith("amd64 kit with "), WizardPages.summary());
        assertTrue(WizardPages.summary().contains("Nothing is wrong with it."), WizardPages.summary());
        Shots.take("wizard-findings");
        IFile kit = WizardPages.finish("Folders", "from-folder");
        Ui.until("the kit's editor opens", () -> Ui.page().getActiveEditor() instanceof KitEditor);
        KitEditor editor = Demo.open(kit);
        assertEquals("from-folder", Ui.get(() -> editor.model().name()));
        Windows.tab("kit.tabs", "Objects");
        ColumnTable objects = Windows.table("kit.objects");
        List<String> names = Ui.get(() -> IntStream.range(0, objects.shownRows().length)
                .mapToObj(row -> objects.cellText(0, row))
                .toList());
        assertTrue(names.containsAll(List.of("locore0.o", "main.o", "swapgeneric.o")), names.toString());
    }

    /** Enter goes on from page to page, and back from none. */
    @Test
    void keysAloneMakeAKit() {
        Windows.tool("Brings a link-kit");
        Text place = Windows.field("newkit.place");
        Ui.until("the place can be typed at once", place::isFocusControl);
        Robot.type(Demo.samples().resolve("ten-amd64").toString());
        WizardPages.project("Typed");
        WizardPages.name("typed");
        Button next = Windows.button("Next >");
        Ui.until("Next is on", next::isEnabled);
        Robot.key("alt+n");
        Text filter = Windows.field("newkit.findings.filter");
        Ui.until("the kit is read, and its findings have the focus", filter::isFocusControl);
        Ui.within(1_000, () -> false); // so long a wizard takes no Enter after it has read something
        Robot.key("Return");
        IFile kit = ResourcesPlugin.getWorkspace().getRoot().getProject("Typed").getFile("typed.kit");
        Ui.until("the kit is made", kit::exists);
        Ui.until("the kit's editor opens", () -> Ui.page().getActiveEditor() instanceof KitEditor);
    }

    @Test
    void anArchiveBecomesAKit() {
        Path archive = folder.resolve("kernel.tgz");
        Tool.run(30, List.of("tar", "-C", Demo.samples().toString(), "-czf", archive.toString(), "demo-amd64"));
        IFile kit = WizardPages.make(archive, "Archives", "from-archive");
        KitEditor editor = Demo.open(kit);
        Path source = Path.of(Ui.get(() -> editor.model().kit().getSource()));
        assertTrue(Files.exists(source.resolve("locore0.o")), "the archive's objects lie in the workspace: " + source);
    }

    /** The kernel and the order that a relink left in the kit's folder, and nothing that only this tool could know. */
    @Test
    void aRelinkThatWasThereIsTheFirst() throws Exception {
        Path original = folder.resolve("GENERIC");
        Tool.run(30, List.of("cp", "-r", Demo.samples().resolve("demo-amd64").toString(), original.toString()));
        Path linked = original.resolve("bsd");
        JsonObject relink = KarlCommand.json("relink", original.toString(), "-o", linked.toString());
        List<String> order = relink.getAsJsonArray("order").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        Files.write(original.resolve("lorder"), order);
        Files.delete(LedgerFiles.beside(linked));
        Files.delete(original.resolve("bsd.places"));
        IFile kit = WizardPages.make(original, "Originals", "found");
        Explorer.click("Originals", "found", "Relinks", "bsd-0000");
        Properties.show();
        Properties.says("Algorithm", "found in a kernel that was linked elsewhere");
        Properties.says("Seed", "unknown");
        Properties.says("Digest (SHA-256)", relink.get("sha256").getAsString());
        Shots.take("found-relink");
        Files.setLastModifiedTime(original.resolve("main.o"), FileTime.from(Instant.now()));
        Kits.get().read(kit, Progress.NONE);
        Ui.until("the finding is made anew for the kit as it is now", () -> isFound(kit));
    }

    private static boolean isFound(IFile kit) {
        return Kits.get().findings(kit).stream()
                .anyMatch(finding -> finding.getCode().equals("found-relink"));
    }

    @Test
    void anArchiveThatLeadsOutsideIsRefused() throws IOException {
        Path archive = folder.resolve("evil.tar");
        Files.writeString(folder.resolve("outside.o"), "x");
        Files.createDirectories(folder.resolve("in"));
        Tool.run(
                30,
                List.of("tar", "-P", "-C", folder.resolve("in").toString(), "-cf", archive.toString(), "../outside.o"));
        refused(archive, "outside.o");
    }

    @Test
    void aFolderWithoutObjectsIsRefused() throws IOException {
        Files.writeString(folder.resolve("README"), "no kit");
        refused(folder, folder.toString());
    }

    @Test
    void aPlaceThatDoesNotExistIsRefusedAtOnce() {
        WizardPages.open(folder.resolve("nothing"));
        Ui.until("the wizard says why", () -> WizardPages.error() != null);
        assertEquals("There is no such folder or archive.", WizardPages.error());
        var next = Windows.button("Next >");
        assertFalse(Ui.get(next::isEnabled));
        assertFalse(WizardPages.canFinish());
        WizardPages.cancel();
    }

    private static void refused(Path place, String named) {
        WizardPages.open(place);
        WizardPages.next();
        Ui.until("the wizard says why", () -> WizardPages.error() != null);
        String error = WizardPages.error();
        assertNotNull(error);
        assertTrue(error.contains(named), error);
        assertEquals(1, error.lines().count(), error);
        assertFalse(WizardPages.canFinish(), "Finish stays off");
        Shots.take("wizard-refused");
        WizardPages.cancel();
    }
}
