package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.table.ColumnTable;

/** A bug of the order is hunted from the wizard to its cause; a person's word, a hang, a stop and an end of the workbench. */
class BisectViewTest {
    private static final long LONG = 600_000;

    /** It works where panic lies before kprintf; nm lists all addresses with the same number of digits. */
    private static final String TEST =
            "test $(nm \"$KERNEL\" | awk '$3 == \"panic\" {p = $1} $3 == \"kprintf\" {k = $1}"
                    + " END {print p < k}') = 1";

    @TempDir
    Path folder;

    private KitOfMine kit;
    private Path good;
    private Path bad;

    @BeforeEach
    void relinkUntilThereAreBoth() throws IOException {
        Demo.cleanDesk();
        kit = KitOfMine.in(Files.createDirectory(folder.resolve("kit")), "Bisected");
        for (int i = 1; good == null || bad == null; i++) {
            Path kernel = kit.relink("bsd-" + i);
            if (address(kernel, "panic") < address(kernel, "kprintf")) {
                good = kernel;
            } else {
                bad = kernel;
            }
        }
    }

    private static long address(Path kernel, String name) {
        return Nm.of(kernel).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }

    @AfterEach
    void leave() {
        ThemeTest.theme("e4_default");
        Views.hide(Ids.BISECT_VIEW);
        Jobs.ended("Bisecting");
        kit.delete();
    }

    /** Goes through the wizard as far as its second page. */
    private void wizard() {
        Explorer.menu("Bisect", "Bisected", "mine", "Relinks", bad.getFileName().toString());
        choose("bisect.good", good);
        choose("bisect.bad", bad);
        Button next = Windows.button("Next >");
        Ui.until("Next is on", next::isEnabled);
        Shots.take("bisect-relinks");
        Robot.click(next);
        Windows.control("bisect.test.command", Button.class);
    }

    static void choose(String id, Path kernel) {
        Combo combo = Windows.control(id, Combo.class);
        Ui.run(() -> {
            for (int i = 0; i < combo.getItemCount(); i++) {
                if (combo.getItem(i).startsWith(kernel.getFileName() + ",")) {
                    combo.select(i);
                    combo.notifyListeners(SWT.Selection, new Event());
                }
            }
        });
    }

    static void finish() {
        Button finish = Windows.button("Finish");
        Ui.until("Finish is on", finish::isEnabled);
        Robot.click(finish);
        Ui.until("the wizard is closed", finish::isDisposed);
    }

    private void begin(String command, int seconds) {
        wizard();
        Robot.fill(Windows.field("bisect.command"), command);
        Spinner spinner = Windows.control("bisect.seconds", Spinner.class);
        Ui.run(() -> spinner.setSelection(seconds));
        Shots.take("bisect-test");
        finish();
    }

    static void says(String id, String words) {
        if (!Ui.within(LONG, () -> Windows.words(id).contains(words))) {
            Shots.take("failed-bisect");
            throw new AssertionError(id + " does not say " + words + " but " + Ui.get(() -> Windows.words(id)));
        }
    }

    @Test
    void theOrderThatFailsIsFoundAndTheSearchIsShown() {
        begin(TEST, 60);
        says("bisect.state", "test");
        says("bisect.result", "Confirmed on fresh relinks: ");
        String result = Ui.get(() -> Windows.words("bisect.result"));
        assertTrue(result.contains("printf.o") && result.contains("panic.o") && result.contains("before"), result);
        assertTrue(result.matches("(?s).*: (\\d+) of \\1 fail with it, 0 of \\d+ fail without.*"), result);
        Ui.until("how it narrowed is shown", () -> steps().size() > 1);
        List<String> steps = Ui.get(BisectViewTest::steps);
        assertTrue(steps.getLast().contains("random draws fail"), steps::toString);
        Shots.take("bisect");
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("bisect-dark");
        Colours.shown().forEach((place, colours) -> assertTrue(colours.contrast() > 60, place + colours));
        isKept(result, steps);
    }

    /** What the table says, the latest step first. */
    private static List<String> steps() {
        ColumnTable table = Windows.table("bisect.steps");
        return IntStream.range(0, table.shownRows().length)
                .mapToObj(row -> table.cellText(1, row))
                .toList();
    }

    /** A view that is opened anew, as after a restart, has no search of its own: it shows what the folder of the relinks keeps. */
    private static void isKept(String result, List<String> steps) {
        ThemeTest.theme("e4_default");
        Views.hide(Ids.BISECT_VIEW);
        Views.show(Ids.BISECT_VIEW);
        Windows.choose("Earlier Searches", 1);
        says("bisect.result", result);
        Ui.until("its steps are shown again", () -> steps().equals(steps));
        Shots.take("bisect-earlier");
    }

    /** The person says what nm says; the workbench ends in the midst, and the search goes on behind what is known. */
    @Test
    void aPersonIsAskedAndTheSearchIsGoneOnWithLater() throws Exception {
        wizard();
        Robot.click(Windows.control("bisect.test.person", Button.class));
        finish();
        says("bisect.question", "1. Does this kernel work?");
        Robot.click(Windows.control("bisect.open", Button.class));
        Ui.until(
                "the kernel is open",
                () -> Ui.page().getActiveEditor() instanceof KernelEditor editor && editor.layout() != null);
        Shots.take("bisect-question");
        Robot.click(Windows.control("bisect.works", Button.class));
        says("bisect.question", "2. Does this kernel work?");
        Robot.click(Windows.control("bisect.undo", Button.class));
        says("bisect.question", "1. Does this kernel work?");
        Robot.click(Windows.control("bisect.works", Button.class));
        says("bisect.question", "2. Does this kernel work?");
        Robot.click(Windows.control("bisect.fails", Button.class));
        says("bisect.question", "3. Does this kernel work?");
        Views.hide(Ids.BISECT_VIEW);
        Jobs.ended("Bisecting");
        Ui.run(() -> {
            try {
                Ui.page().showView(Ids.BISECT_VIEW);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        Windows.tool("Resume Bisecting");
        says("bisect.question", "3. Does this kernel work?");
        Windows.tool("Stop Bisecting");
        says("bisect.result", "Resume goes on with it");
        Shots.take("bisect-stopped");
    }

    @Test
    void aHangingCommandIsToldAndCanBeStopped() {
        begin("sleep 1000", 1);
        says("bisect.result", "could not tell");
        assertEquals("", Ui.get(() -> Windows.words("bisect.question")));
        begin("sleep 1000", 600);
        Ui.until("it runs", () -> Jobs.running("Bisecting"));
        Windows.tool("Stop Bisecting");
        says("bisect.result", "Stopped.");
        Jobs.ended("Bisecting");
    }
}
