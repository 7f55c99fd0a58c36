package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.kernel.KernelEditor;

/** Kernels are run by key and by dialog; what the view says is what the command says, and what the kernel itself says. */
class RunKernelTest {
    private Path kernel;
    private String name;

    @BeforeEach
    void openAKernel() {
        Demo.cleanDesk();
        kernel = Demo.twoRelinks().getFirst();
        name = kernel.getFileName().toString();
        Ui.run(() -> Remembered.of("Run Kernel").put("seconds", (String) null));
        Demo.open(kernel);
    }

    @AfterEach
    void nothingRuns() {
        Jobs.cancel("Running");
        Jobs.ended("Running");
        ThemeTest.theme("e4_default");
    }

    @Test
    void aKeyRunsItAndEveryStartupPageIsGone() {
        Robot.key("ctrl+F11");
        state("booted");
        JsonObject told = KarlCommand.json("run", kernel.toString());
        List<String> states = pages();
        assertEquals(told.getAsJsonObject("startup").get("pages").getAsInt(), states.size());
        assertTrue(states.stream().allMatch("gone"::equals), states::toString);
        assertTrue(Windows.label("run.startup").startsWith("Every one of "), Windows.label("run.startup"));
        Ui.until("the console has the prompt", () -> said().contains("root device: "));
        Ui.until(
                "the console is terminated",
                () -> console() != null && console().getName().startsWith("<terminated> " + name));
        Shots.take("run-booted");
        goesToAPage();
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("run-dark");
    }

    /** A double click on a page shows it on the kernel's map. */
    private void goesToAPage() {
        NatTable grid = Windows.control("run.pages", NatTable.class);
        Ui.run(() -> Ui.page().closeAllEditors(false));
        Robot.doubleClick(Ui.get(() -> {
            var cell = grid.getBoundsByPosition(1, 1);
            return grid.toDisplay(cell.x + 10, cell.y + cell.height / 2);
        }));
        Ui.until(
                "the kernel is open",
                () -> Ui.page().getActiveEditor() instanceof KernelEditor editor && editor.layout() != null);
        Ui.until("what a run found is told there", () -> Windows.shows("kernel.startup"));
        Ui.until("it is gone", () -> Windows.label("kernel.startup").contains("gone"));
    }

    @Test
    void anEarlierRunIsShownAgain() {
        Robot.key("ctrl+F11");
        state("booted");
        Jobs.ended("Running");
        Path other = Demo.twoRelinks().getLast();
        String otherName = other.getFileName().toString();
        Demo.open(other);
        Robot.key("ctrl+F11");
        Views.show(Ids.RUN_VIEW);
        Ui.until("the later one is shown", () -> Windows.words("run.state").startsWith(otherName + ": booted"));
        Jobs.ended("Running");
        Views.show(Ids.RUN_VIEW);
        Windows.choose("Earlier Runs", 2);
        state("booted");
        Shots.take("run-earlier");
    }

    @Test
    void aPanicIsToldWithItsLine() {
        ask("panic", "", false);
        state("did not boot. It gave up");
        assertTrue(Windows.label("run.state").contains("panic: as asked"), Windows.label("run.state"));
        Ui.until("the console has it", () -> said().contains("panic: as asked"));
        assertTrue(pages().isEmpty());
        Shots.take("run-panic");
        Windows.tool("Symbolize the Panic");
        Text trace = Windows.field("symbolize.trace");
        Ui.until("it is handed on", () -> trace.getText().startsWith("panic: as asked"));
        Ui.run(() -> Ui.page().hideView(Ui.page().findView(Ids.SYMBOLIZE_VIEW))); // it takes room from the editors
    }

    @Test
    void aRunIsEndedAtOnce() {
        ask("loop", "", false, 600);
        Ui.until("it runs", () -> said().contains("functions: "));
        long begin = System.nanoTime();
        Windows.tool("Terminate"); // the console's
        Jobs.ended("Running");
        Ui.until("the console says it", () -> said().contains(name + ": cancelled after "));
        assertTrue(System.nanoTime() - begin < 45e9, "it has ten minutes");
    }

    @Test
    void aDebuggerIsLetInAtASymbol() {
        ask("", "main", true);
        state("stands at main");
        Text words = Windows.field("run.gdb");
        String line = Ui.get(words::getText);
        assertTrue(line.startsWith("target remote /"), line);
        Path socket = Path.of(line.substring("target remote ".length()));
        assertTrue(Files.exists(socket), line);
        Shots.take("run-debugger");
        Windows.tool("Terminate");
        Jobs.ended("Running");
        Ui.until("the socket is gone", () -> !Files.exists(socket) && !Windows.shows("run.gdb"));
    }

    @Test
    void whatIsTypedIsAnswered() {
        Robot.key("ctrl+shift+F11");
        Button goesOn = Windows.control("run.goesOn", Button.class);
        Text typed = Windows.field("run.typed");
        assertFalse(Ui.get(typed::isEnabled), "nobody types at a machine that has ended");
        Robot.click(goesOn);
        Ui.until("keys can be typed", typed::isEnabled);
        Robot.fill(typed, "exit");
        Shots.take("run-dialog");
        Robot.click(Windows.control("run.go", Button.class));
        state("booted");
        Jobs.ended("Running");
        state("and ");
    }

    private static void ask(String arguments, String stopAt, boolean debugger) {
        ask(arguments, stopAt, debugger, 60);
    }

    /** Fills the dialog in and runs. */
    private static void ask(String arguments, String stopAt, boolean debugger, int seconds) {
        Robot.key("ctrl+shift+F11");
        Robot.fill(Windows.control("run.seconds", Spinner.class), seconds);
        Robot.fill(Windows.field("run.arguments"), arguments);
        Robot.fill(Windows.field("run.stopAt"), stopAt);
        if (debugger) {
            Robot.click(Windows.control("run.debugger", Button.class));
        }
        Robot.click(Windows.control("run.go", Button.class));
    }

    private void state(String wanted) {
        Views.show(Ids.RUN_VIEW);
        Ui.until(
                "the run's state is: " + wanted,
                () -> Windows.words("run.state").startsWith(name)
                        && Windows.words("run.state").contains(wanted));
    }

    /** The states of the startup pages in the table. */
    private static List<String> pages() {
        NatTable grid = Windows.control("run.pages", NatTable.class);
        return Ui.get(() -> IntStream.range(1, grid.getRowCount())
                .mapToObj(row -> grid.getDataValueByPosition(2, row).toString())
                .toList());
    }

    private TextConsole console() {
        IConsole[] all = ConsolePlugin.getDefault().getConsoleManager().getConsoles();
        return Arrays.stream(all)
                .filter(each -> each.getName().contains(name + " [Kernel]"))
                .map(TextConsole.class::cast)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private String said() {
        TextConsole console = console();
        return console == null ? "" : console.getDocument().get();
    }
}
