package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.machine.MachineContents;
import org.karlworkbench.picture.Diagram;
import org.karlworkbench.ui.canvas.DiagramCanvas;
import org.karlworkbench.ui.compare.ComparisonEditor;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.machine.MachineEditor;
import org.karlworkbench.ui.start.FileOpener;

/** A machine's whole life in its editor, by real clicks; the command tells of the same root what the editor shows. */
class MachineTest {
    @TempDir
    private Path folder;

    private Path root;
    private MachineEditor editor;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
        root = folder.resolve("class" + System.nanoTime());
    }

    @AfterEach
    void light() {
        ThemeTest.theme("e4_default");
    }

    @Test
    void aMachineIsInstalledBootedCopiedOverAndEngagedAgain() throws Exception {
        install();
        List<String> steps = act("boot");
        assertTrue(steps.getFirst().contains("/bsd.booted"), steps.toString());
        String first = contents().status().bootedSha256();
        act("boot");
        String second = contents().status().bootedSha256();
        assertNotEquals(first, second, "each boot runs another kernel");
        Shots.take("machine-light");
        comparesTheTwoBoots();
        runsTheKernelThatRuns();
        hibernates();
        copiesAKernelOver();
        engagesAgain();
        JsonObject status = KarlCommand.json("machine", "status", "--root", root.toString());
        assertEquals(
                contents().status().kernelSha256(), status.get("kernelSha256").getAsString());
        assertEquals(contents().events().size(), status.getAsJsonArray("events").size());
        tellsWhyAnUpgradeFails();
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("machine-dark");
    }

    @Test
    void aFileThatNamesNoRootIsToldInWords() throws Exception {
        IFile file = Demo.kit().getProject().getFile("bad.machine");
        for (String text : List.of("{}", "", "{\"root\":{}}", "no JSON")) {
            Files.writeString(KitFile.path(file), text);
            file.refreshLocal(IResource.DEPTH_ZERO, null);
            Ui.run(() -> FileOpener.open(Ui.page(), KitFile.path(file)));
            String told = Windows.label("machine.message");
            assertTrue(told.contains("bad.machine: names no root"), told);
            assertTrue(told.contains("File > Open Machine"), told);
            Ui.run(() -> Ui.page().closeAllEditors(false));
        }
        file.delete(true, null);
    }

    private void install() {
        Windows.tool("Names the root of a machine");
        Robot.fill(Windows.field("newmachine.root"), root.toString());
        Button finish = Windows.button("Finish");
        Ui.until("Finish is on", finish::isEnabled);
        Robot.click(finish);
        Text kits = Windows.control("behaviour.kits", Text.class);
        editor = (MachineEditor) Ui.get(() -> Ui.page().getActiveEditor());
        assertFalse(Ui.get(Windows.control("behaviour.go", Button.class)::isEnabled), "no kit is chosen yet");
        Robot.fill(kits, Demo.samples().resolve("demo-amd64").toString());
        go();
        assertTrue(Files.exists(root.resolve("bsd")));
        engaged(true);
    }

    /** Clicks on a behaviour, reads its steps, and lets it be done. */
    private List<String> act(String behaviour) {
        Button button = Windows.control("machine." + behaviour, Button.class);
        Ui.until(behaviour + " is on", button::isEnabled);
        Robot.click(button);
        return go();
    }

    private List<String> go() {
        Button go = Windows.control("behaviour.go", Button.class);
        Ui.until("the steps are known", go::isEnabled);
        List<String> steps =
                Ui.get(() -> Windows.field("behaviour.steps").getText().lines().toList());
        Shots.take("machine-steps");
        int before = events();
        Robot.click(go);
        Ui.until("the dialog is closed", go::isDisposed);
        Ui.until(
                "the timeline has more",
                () -> contents() != null && contents().events().size() > before);
        Jobs.ended("Boot");
        Jobs.ended("Install");
        Jobs.ended("Looking at");
        return steps;
    }

    private MachineContents contents() {
        return editor.contents();
    }

    private int events() {
        return contents() == null ? 0 : contents().events().size();
    }

    /** What the state's words and the lit box of the diagram say. */
    private void engaged(boolean wanted) {
        String title = wanted ? "Engaged" : "Dis-Engaged";
        Ui.until("the machine is " + title, () -> contents().status().engaged() == wanted);
        assertTrue(Windows.label("machine.state").contains(": " + title), Windows.label("machine.state"));
        DiagramCanvas states = Windows.control("machine.states", DiagramCanvas.class);
        List<String> lit = Ui.get(() -> states.diagram().boxes().stream()
                .filter(Diagram.Box::lit)
                .map(Diagram.Box::title)
                .toList());
        assertEquals(List.of(title), lit);
    }

    /** The first of them is neither /bsd nor /bsd.booted any more: it is made anew from its draw. */
    private void comparesTheTwoBoots() {
        int[] booted = Ui.get(() -> IntStream.range(0, events())
                .filter(row -> contents().events().get(row).kind().equals("booted"))
                .toArray());
        assertEquals(2, booted.length);
        Windows.tab("machine.tabs", "Timeline");
        NatTable grid = Windows.control("machine.timeline", NatTable.class);
        Robot.click(row(grid, booted[0]));
        Button layout = Windows.control("machine.layout", Button.class);
        Ui.until("the layout can be opened", layout::isEnabled);
        Text log = Windows.field("machine.log");
        Ui.until("the log of that boot is shown", () -> log.getText().contains("SHA256 (/bsd)"));
        Robot.ctrlClick(row(grid, booted[1]));
        Button compare = Windows.control("machine.compare", Button.class);
        Ui.until("they can be compared", compare::isEnabled);
        Shots.take("machine-timeline");
        Robot.click(compare);
        Ui.until("the comparison is open", () -> Ui.page().getActiveEditor() instanceof ComparisonEditor);
        Windows.control("comparison.map.b", Control.class);
        Shots.take("machine-comparison");
        Ui.run(() -> Ui.page().activate(editor));
        Windows.tab("machine.tabs", "Machine");
    }

    /** The kernel whose box is selected is run from a copy, and it boots. */
    private void runsTheKernelThatRuns() {
        DiagramCanvas picture = Windows.control("machine.root", DiagramCanvas.class);
        Robot.click(Ui.get(() -> {
            Point middle = picture.middle("/bsd.booted");
            return picture.toDisplay(middle.x, middle.y);
        }));
        Button run = Windows.control("machine.root.run", Button.class);
        Ui.until("it can be run", run::isEnabled);
        Robot.click(run);
        Ui.until("a run is shown", () -> Windows.shows("run.state"));
        Jobs.ended("Running");
        Ui.until("it has booted", () -> Windows.label("run.state").contains("booted after"));
        Ui.run(() -> Ui.page().activate(editor));
    }

    /** The demo kernel cannot hibernate; with the four functions it could, and only its own image is resumed. */
    private void hibernates() {
        Jobs.ended("Looking at"); // which lays the buttons out anew
        Button button = Windows.control("machine.hibernation", Button.class);
        Robot.click(button);
        if (!Ui.within(20_000, () -> Windows.shows("hibernation.signatureA"))) {
            Robot.click(button); // the editor had come to the front only just now
        }
        Text first = Windows.field("hibernation.signatureA");
        Text second = Windows.field("hibernation.signatureB");
        Ui.until("there is no signature", () -> first.getText().equals("none"));
        Path sleeper = withFunctions("sleeper", 0x40);
        Path waker = withFunctions("waker", 0x80);
        Robot.fill(Windows.field("hibernation.sleeper"), sleeper.toString());
        Robot.fill(Windows.field("hibernation.waker"), waker.toString());
        JsonObject told = JsonParser.parseString(
                        KarlCommand.said(1, "machine", "hibernate", sleeper.toString(), waker.toString()))
                .getAsJsonObject();
        String signature = told.get("signatureA").getAsString();
        String other = told.get("signatureB").getAsString();
        Ui.until("the first is that of the command", () -> first.getText().equals(signature));
        Ui.until("so is the second", () -> second.getText().equals(other));
        Shots.take("machine-hibernation");
        Robot.fill(Windows.field("hibernation.waker"), sleeper.toString());
        Ui.until(
                "the same kernel has the same signature", () -> second.getText().equals(signature));
        Button close = Windows.button("Close");
        Robot.click(close);
        Ui.until("the dialog is closed", close::isDisposed);
    }

    /** A copy of the kernel that runs, with symbols as a kernel that hibernates has them. */
    private Path withFunctions(String name, int offset) {
        Path copy = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("objcopy"));
        for (String function : List.of("printf", "malloc", "km_alloc", "strlen")) {
            command.addAll(List.of("--add-symbol", function + "=.text:" + offset + ",function,global"));
        }
        command.addAll(List.of(root.resolve("bsd.booted").toString(), copy.toString()));
        Tool.run(20, command);
        return copy;
    }

    private static Point row(NatTable grid, int row) {
        return Ui.get(() -> {
            Rectangle cell = grid.getBoundsByPosition(1, 1 + row);
            return grid.toDisplay(cell.x + 10, cell.y + cell.height / 2);
        });
    }

    private void copiesAKernelOver() throws Exception {
        Path mine = Files.copy(root.resolve("bsd.booted"), folder.resolve("mine"));
        Button button = Windows.control("machine.copy", Button.class);
        Robot.click(button);
        Robot.fill(Windows.control("behaviour.kernel", Text.class), mine.toString());
        go();
        engaged(false);
        assertTrue(
                Windows.label("machine.state").contains("/bsd is not the kernel whose checksum is in"),
                Windows.label("machine.state"));
        assertEquals(-1, Files.mismatch(mine, root.resolve("bsd")));
        Shots.take("machine-dis-engaged");
        act("boot");
        assertEquals(-1, Files.mismatch(mine, root.resolve("bsd")), "nothing is relinked");
    }

    private void tellsWhyAnUpgradeFails() throws Exception {
        String before = contents().status().kernelSha256();
        Path none = Files.createDirectory(folder.resolve("no-kit"));
        Robot.click(Windows.control("machine.upgrade", Button.class));
        Robot.fill(Windows.control("behaviour.kits", Text.class), none.toString());
        go();
        Ui.until(
                "the failure is in the timeline",
                () -> contents().events().getLast().kind().equals("failed"));
        String words = contents().events().getLast().words();
        assertTrue(words.contains(none.toString()), words);
        assertEquals(before, contents().status().kernelSha256());
        engaged(true);
    }

    private void engagesAgain() {
        act("reengage");
        engaged(true);
        DiagramCanvas picture = Windows.control("machine.root", DiagramCanvas.class);
        Point kernel = Ui.get(() -> {
            Point middle = picture.middle("/bsd");
            return picture.toDisplay(middle.x, middle.y);
        });
        Robot.doubleClick(kernel);
        Ui.until("the layout of /bsd is open", () -> Ui.page().getActiveEditor() instanceof KernelEditor);
        Ui.run(() -> Ui.page().activate(editor));
        Jobs.ended("Looking at");
    }
}
