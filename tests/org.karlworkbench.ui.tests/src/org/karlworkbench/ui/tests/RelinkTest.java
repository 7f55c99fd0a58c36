package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.progress.IProgressConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.linkers.LinkerKind;
import org.karlworkbench.ui.linkers.LinkerPaths;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.table.ColumnTable;

/** Relinks by key and by button, a relink that fails, and one that is cancelled. */
class RelinkTest {
    private static final String FINISHED = "Remove All Finished";

    @TempDir
    private Path folder;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @Test
    void theDemoKitIsRelinkedByKeyAndByButton() throws IOException {
        IFile kit = Demo.kit();
        Path first = Demo.relink(kit);
        Demo.open(kit);
        Windows.tool("Relinks the kit");
        Ui.until("there is a second kernel", () -> !Demo.relinks(kit).getLast().equals(first));
        Jobs.ended("Relinking");
        Path second = Demo.relinks(kit).getLast();
        says(0, first.getFileName() + ": linked by ");
        says(0, second.getFileName() + ": linked by ");
        assertTrue(Files.exists(second.resolveSibling(second.getFileName() + ".ledger.json")));
        assertFalse(
                Arrays.equals(Files.readAllBytes(first), Files.readAllBytes(second)), "no two relinks are the same");
    }

    @Test
    void aKitThatLacksAnObjectFailsWithOneClearLine() throws IOException {
        copyWithout("pool.o");
        WizardPages.open(folder);
        WizardPages.project("Broken");
        WizardPages.name("broken");
        WizardPages.next();
        ColumnTable findings = Windows.table("newkit.findings");
        assertTrue(Ui.get(() -> findings.shownRows().length) > 0, "the wizard says what is missing");
        Shots.take("wizard-missing-object");
        IFile kit = WizardPages.finish("Broken", "broken");
        Demo.open(kit);
        Windows.tab("kit.tabs", "Overview");
        fillConsole();
        int before = console().length();
        Robot.key("F9");
        says(before, "failed:");
        Jobs.ended("Relinking");
        List<String> complaints = console()
                .substring(before)
                .lines()
                .filter(line -> line.contains("failed:"))
                .toList();
        assertEquals(1, complaints.size(), complaints.toString());
        assertTrue(complaints.getFirst().contains("pool.o"), complaints.toString());
        assertEquals(List.of(), Demo.relinks(kit));
        assertTheFailureIsSeen(complaints.getFirst());
        assertTheKitIsMarked(kit);
        Shots.take("relink-failed");
        Demo.relink(Demo.kit());
    }

    @Test
    void theStatusLineNamesTheFileOfALine() {
        assertEquals("ld.script line 12: is odd", brief("/kits/demo/ld.script", "line 12"));
        assertEquals("pool.o: is odd", brief("/kits/demo", "pool.o"));
        assertEquals("demo: is odd", brief("/kits/demo", null));
        assertEquals("is odd", brief(null, null));
    }

    private static String brief(String file, String place) {
        return Problems.brief(new EngineException("odd", file, place, "is odd", "mend it"));
    }

    /** Says so much that the console has to scroll. */
    private static void fillConsole() {
        for (int i = 0; i < 100; i++) {
            KarlConsole.get().say("what a linker said before, line " + i);
        }
        Ui.until("the console is full", () -> KarlConsole.get().text().contains("line 99"));
    }

    /** The line in the console is on screen from its beginning, and the status line begins with the object's name. */
    private static void assertTheFailureIsSeen(String line) {
        Ui.until("the console shows its view", () -> !consoles().isEmpty());
        StyledText console = consoles().getFirst();
        Ui.until("the failure is on screen", () -> {
            int y = console.getLocationAtOffset(console.getText().lastIndexOf(line)).y;
            return y >= 0 && y + console.getLineHeight() <= console.getClientArea().height;
        });
        Ui.until("the status line begins with the object", () -> {
            List<CLabel> status = new ArrayList<>();
            Windows.collect(CLabel.class, label -> label.getText().startsWith("pool.o: "), status);
            return !status.isEmpty();
        });
    }

    private static List<StyledText> consoles() {
        List<StyledText> found = new ArrayList<>();
        Ui.run(() -> Windows.collect(StyledText.class, text -> text.getText().contains("failed: "), found));
        return found;
    }

    /** The kit and its project have the sign of an error in Project Explorer, the demo kit has not. */
    private static void assertTheKitIsMarked(IFile kit) {
        Ui.until("the kit has an error", () -> severity(kit) == IMarker.SEVERITY_ERROR);
        assertTrue(severity(Demo.kit()) < IMarker.SEVERITY_WARNING);
        Image sound = Ui.get(Explorer.item("Demo", "demo")::getImage);
        TreeItem broken = Explorer.item("Broken", "broken");
        Ui.until("the kit has a sign", () -> !broken.getImage().equals(sound));
        TreeItem project = Explorer.item("Broken");
        Image plain = Ui.get(Explorer.item("Demo")::getImage);
        Ui.until("the project has it too", () -> !project.getImage().equals(plain));
    }

    private static int severity(IFile kit) {
        try {
            return kit.findMaxProblemSeverity(IMarker.PROBLEM, true, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allOrdersAreCheckedAndTheFindingsShown() {
        IFile kit = Demo.kit();
        Demo.open(kit);
        Ui.run(() -> command("org.karlworkbench.ui.checkOrders"));
        Ui.until("the kit is marked", () -> severity(kit) == IMarker.SEVERITY_WARNING);
        Jobs.ended("Checking All Orders");
        Windows.tab("kit.tabs", "Overview");
        ColumnTable findings = Windows.table("kit.findings");
        Ui.until("the findings are shown", () -> findings.shownRows().length > 5);
        Shots.take("kit-all-orders");
        Kits.get().refresh(kit);
        Ui.until("a kit that is read anew has its own findings only", () -> severity(kit) < IMarker.SEVERITY_WARNING);
    }

    private static void command(String id) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRelinkWhoseLinkerHangsIsCancelledInTheProgressView() throws IOException {
        WizardPages.open(Demo.bigKit());
        WizardPages.project("Big");
        WizardPages.name("libc");
        WizardPages.next();
        IFile kit = WizardPages.finish("Big", "libc");
        Demo.open(kit);
        Views.show(IProgressConstants.PROGRESS_VIEW_ID);
        if (Ui.get(() -> Windows.hasTool(FINISHED))) {
            Windows.tool(FINISHED); // what has failed before stays there, and leaves no room
        }
        Windows.tab("kit.tabs", "Overview");
        int before = console().length();
        Path process = nameOneThatHangs();
        try {
            Robot.key("F9");
            ProcessHandle linker = hangingLinker(process);
            try {
                cancel(linker);
            } finally {
                linker.destroyForcibly();
            }
        } finally {
            name("");
        }
        says(before, "Relinking libc was cancelled; nothing was changed");
        assertEquals(List.of(), Demo.relinks(kit));
        Demo.relink(Demo.kit());
    }

    /** Clicks on Cancel; the view may have moved the button away under the pointer, then a person clicks again. */
    private static void cancel(ProcessHandle linker) {
        String button = "Cancel Operation";
        for (int attempt = 0; attempt < 5 && Ui.get(() -> Jobs.running("Relinking")); attempt++) {
            Ui.until(button + " is shown or not needed", () -> Windows.hasTool(button) || !Jobs.running("Relinking"));
            if (Ui.get(() -> Windows.hasTool(button))) {
                Windows.tool(button);
            }
            Ui.within(3_000, () -> !Jobs.running("Relinking"));
        }
        Jobs.ended("Relinking");
        Ui.until("the linker is gone", () -> !linker.isAlive());
    }

    /**
     * Names a linker that answers what it is asked and stops itself as Ctrl+Z does when it is to link: it is there, and
     * does nothing.
     *
     * @return the file in which it writes its process
     */
    private Path nameOneThatHangs() throws IOException {
        Path process = folder.resolve("process");
        Path program = folder.resolve("ld.lld");
        Files.writeString(program, """
                #!/bin/sh
                [ $# -gt 2 ] || exec ld.lld "$@"
                echo $$ >%1$s.new && mv %1$s.new %1$s
                kill -STOP $$
                exec ld.lld "$@"
                """.formatted(process));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        name(program.toString());
        return process;
    }

    private static void name(String program) {
        LinkerKind lld = LinkerKind.all().stream()
                .filter(kind -> kind.architecture().name().equals("amd64")
                        && kind.name().equals("lld"))
                .findFirst()
                .orElseThrow();
        Ui.run(() -> LinkerPaths.set(Map.of(lld, program)));
    }

    private static ProcessHandle hangingLinker(Path process) throws IOException {
        Ui.until("a linker hangs", () -> Files.exists(process));
        return ProcessHandle.of(Long.parseLong(Files.readString(process).strip()))
                .orElseThrow();
    }

    private void copyWithout(String object) throws IOException {
        try (Stream<Path> files = Files.list(Demo.samples().resolve("demo-amd64"))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals(object)) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
    }

    /** The console has some words behind a place; it takes a line a little later than a Job says it. */
    private static void says(int from, String words) {
        Ui.until("the console says " + words, () -> KarlConsole.get().text().indexOf(words, from) >= 0);
    }

    private static String console() {
        return Ui.get(() -> KarlConsole.get().text());
    }
}
