package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.start.FileOpener;

/**
 * Every editor and view of ours in half a small screen: what does not fit stands in a further line or can be scrolled to. To see
 * it at 200 %, run it on a large screen with GDK_SCALE=2 or GDK_DPI_SCALE=2.
 */
class NarrowTest {
    private static final int HALF = 640;
    private static final int HEIGHT = 900;
    static final List<String> VIEWS = List.of(
            Ids.CODE_VIEW,
            Ids.BYTES_VIEW,
            Ids.REFERENCES_VIEW,
            Ids.SIZES_VIEW,
            Ids.EXPOSURE_VIEW,
            Ids.LEDGER_VIEW,
            Ids.SYMBOLIZE_VIEW,
            Ids.RUN_VIEW,
            Ids.BISECT_VIEW,
            Ids.LESSON_VIEW);

    @TempDir
    private Path folder;

    private final List<String> cut = new ArrayList<>();

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void wideAgain() {
        unzoom();
        VIEWS.forEach(Views::hide);
        Demo.cleanDesk();
    }

    @Test
    void everyPageOfAMachineFits() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path kit = Demo.samples().resolve("demo-amd64");
        KarlCommand.json("machine", "install", "--root", root.toString(), "--base", kit.toString());
        Path file = KitFile.path(Demo.kit()).resolveSibling("narrow.machine");
        Files.writeString(file, "{\"root\": \"" + root + "\"}");
        Demo.kit().getProject().refreshLocal(1, null);
        try {
            Ui.run(() -> FileOpener.open(Ui.page(), file));
            Ui.until("the machine is shown", () -> Windows.shows("machine.root"));
            for (int width : List.of(600, 900, 1300)) {
                narrow(width);
                for (String tab : List.of("Machine", "Timeline")) {
                    Windows.tab("machine.tabs", tab);
                    look("machine-" + tab + "-" + width);
                }
            }
        } finally {
            Ui.run(() -> Ui.page().closeAllEditors(false));
            Files.delete(file);
            Demo.kit().getProject().refreshLocal(1, null);
        }
        assertEquals(List.of(), cut);
    }

    @Test
    void everyEditorFits() throws Exception {
        List<Path> two = Demo.twoRelinks();
        Demo.open(Demo.kit());
        narrow(HALF);
        for (String page : List.of("Overview", "Objects", "Gaps", "Recipes")) {
            Windows.tab("kit.tabs", page);
            Jobs.ended("Asking Linkers");
            look("kit-" + page);
        }
        Windows.tab("kit.tabs", "Overview");
        Demo.open(two.getFirst());
        Ui.until("the kernel is read", () -> Windows.shows("kernel.symbols"));
        look("kernel");
        Ui.run(() -> Opener.comparison(Ui.page(), two.get(0), two.get(1)));
        Ui.until("the comparison is there", () -> Windows.shows("comparison.map.a"));
        look("comparison");
        Path lab = folder.resolve("narrow.lab");
        Files.writeString(
                lab,
                KarlCommand.said(0, "lab", Demo.samples().resolve("demo-amd64").toString(), "--count", "50")
                        .lines()
                        .filter(line -> line.startsWith("{"))
                        .findFirst()
                        .orElseThrow());
        Ui.run(() -> Opener.lab(Ui.page(), lab));
        Ui.until("the result is there", () -> Windows.shows("lab.picture.guessing"));
        look("lab");
        Ui.run(() -> Opener.start(Ui.page()));
        look("start");
        assertEquals(List.of(), cut);
    }

    @Test
    void everyViewFits() {
        Demo.open(Demo.twoRelinks().getFirst());
        GoToTest.goTo("kprintf", "kprintf");
        for (String id : VIEWS) {
            Views.show(id);
            Jobs.ended("Reading");
            Jobs.ended("Measuring");
            Ui.run(() -> zoom(Ui.page().findView(id)));
            window(HALF);
            look("view-" + id.substring(id.lastIndexOf('.') + 1));
            unzoom();
            window(1500);
        }
        assertEquals(List.of(), cut);
    }

    /** Makes the window so wide, with the editor in front alone in it. */
    private static void narrow(int width) {
        Ui.run(() -> zoom(Ui.page().getActiveEditor()));
        window(width);
    }

    private static void window(int width) {
        Shell shell = Ui.get(() -> Ui.page().getWorkbenchWindow().getShell());
        Ui.run(() -> {
            shell.setMaximized(false);
            shell.setSize(width, HEIGHT);
        });
        Ui.until("the window is " + width + " wide", () -> Math.abs(shell.getSize().x - width) < 20);
        Ui.within(300, () -> false); // until all is laid out
    }

    private static void zoom(IWorkbenchPart part) {
        IWorkbenchPage page = Ui.page();
        page.activate(part);
        if (page.getPartState(page.getReference(part)) != IWorkbenchPage.STATE_MAXIMIZED) {
            page.toggleZoom(page.getReference(part));
        }
    }

    private static void unzoom() {
        Ui.run(() -> {
            IWorkbenchPage page = Ui.page();
            if (page.isPageZoomed()) {
                page.toggleZoom(page.getActivePartReference());
            }
        });
    }

    private void look(String name) {
        ThemeTest.faded();
        Shots.take("narrow-" + name);
        Ui.get(CutOff::shown).forEach(each -> cut.add(name + ": " + each));
    }
}
