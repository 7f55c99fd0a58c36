package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.table.ColumnTable;

/** Findings stand first on the Overview page, the gravest before all others, and lead to their places; so does Problems. */
class FindingsTest {
    @TempDir
    private Path folder;

    private KitOfMine kit;

    @BeforeEach
    void openAKitWithFaults() throws IOException {
        Demo.cleanDesk();
        kit = KitOfMine.in(folder, "Findings");
        Files.copy(folder.resolve("pool.o"), folder.resolve("stray.o"));
        kit.edit("--no-mmap-output-file", "--no-mmap-output-file --plugin evil.so");
        Demo.open(kit.file());
        Windows.tab("kit.tabs", "Overview");
    }

    @AfterEach
    void leaveNothing() {
        kit.delete();
    }

    @Test
    void theGravestComesFirstAndEachLeadsToItsPlace() {
        ColumnTable findings = Windows.table("kit.findings");
        Ui.until("all findings are there", () -> findings.shownRows().length >= 3);
        List<String> severities = Ui.get(() -> Arrays.stream(findings.shownRows())
                .mapToObj(row -> findings.cellText(0, row))
                .toList());
        assertEquals("error", severities.getFirst());
        assertEquals("info", severities.getLast());
        assertTrue(Windows.label("kit.finding.what").contains("--plugin"), Windows.label("kit.finding.what"));
        assertTrue(Windows.label("kit.finding.why").contains("not relinked"), Windows.label("kit.finding.why"));
        Shots.take("kit-findings");
        Robot.click(Windows.control("kit.finding.link", Control.class), 10, 8);
        Ui.until("the Makefile is open", () -> Ui.page().getActiveEditor() instanceof ITextEditor);
        ITextEditor text = (ITextEditor) Ui.get(() -> Ui.page().getActiveEditor());
        Ui.until(
                "its line is selected",
                () -> text.getSelectionProvider().getSelection() instanceof ITextSelection selection
                        && selection.getText().contains("--plugin evil.so"));
        Shots.take("kit-finding-line");
        KitEditor editor = Demo.open(kit.file());
        Control grid = Windows.control("kit.findings", Control.class);
        int row = row(findings, "stray.o");
        Robot.click(grid, 300, rowHeight(grid) * (row + 1) + rowHeight(grid) / 2 + 4);
        Ui.until(
                "what stray.o is stands below",
                () -> findings.selection().length == 1 && findings.selection()[0] == row);
        Robot.key("Return");
        Ui.until("its row is selected", () -> shownObject(editor).equals("stray.o"));
        NatTable objects = Windows.control("kit.objects", NatTable.class);
        Ui.until("and on screen", () -> isShown(objects, "stray.o"));
        Shots.take("kit-finding-object");
    }

    /** Before any linker is asked. */
    @Test
    void troubleAheadIsFound() throws IOException {
        ColumnTable findings = Windows.table("kit.findings");
        Ui.until("all findings are there", () -> findings.shownRows().length >= 3);
        Path source = Files.writeString(folder.resolve("mystery.s"), ".section .mystery, \"aw\"\n.quad 1\n");
        Path object = folder.resolve("where.o");
        Tool.run(30, List.of("as", "-o", object.toString(), source.toString()));
        Kits.get().refresh(kit.file());
        Ui.until("the orphan is found", () -> Arrays.stream(findings.shownRows())
                .anyMatch(row -> findings.cellText(1, row).equals("where.o")
                        && findings.cellText(3, row).contains(".mystery")));
    }

    @Test
    void whyItMattersIsSaidInWholeSentences() {
        ColumnTable findings = Windows.table("kit.findings");
        Ui.until("all findings are there", () -> findings.shownRows().length >= 3);
        int row = row(findings, "--no-mmap-output-file");
        Ui.run(findings::setFocus);
        Robot.key("ctrl+Home");
        for (int i = 0; i < row; i++) {
            Robot.key("Down");
        }
        Ui.until("it is selected", () -> findings.selection().length == 1 && findings.selection()[0] == row);
        assertTrue(Windows.label("kit.finding.why").contains("linker"), Windows.label("kit.finding.why"));
        assertTrue(Windows.label("kit.finding.advice").contains("recipe"), Windows.label("kit.finding.advice"));
    }

    @Test
    void theProblemsViewLeadsToThePlaceAndForgetsWhatIsMended() throws IOException {
        Ui.run(() -> Ui.page().closeAllEditors(false));
        Views.show(IPageLayout.ID_PROBLEM_VIEW);
        Ui.until("the kit has markers", () -> markers().stream().anyMatch(words -> words.contains("stray.o")));
        Point line = warning("stray.o");
        Robot.click(line);
        Ui.within(1_000, () -> false); // a click before would make three of the two
        Robot.doubleClick(line);
        Ui.until("the kit's editor is open", () -> Ui.page().getActiveEditor() instanceof KitEditor);
        KitEditor editor = (KitEditor) Ui.get(() -> Ui.page().getActiveEditor());
        Ui.until("its row is selected", () -> shownObject(editor).equals("stray.o"));
        Shots.take("kit-problems");
        Files.delete(folder.resolve("stray.o"));
        kit.edit(" --plugin evil.so", "");
        Kits.get().refresh(kit.file());
        Ui.until("what is mended is no problem any more", () -> markers().stream()
                .noneMatch(words -> words.contains("stray.o") || words.contains("--plugin")));
        assertFalse(markers().isEmpty(), "what is only worth knowing stays");
    }

    private static int row(ColumnTable findings, String object) {
        return Ui.get(() -> {
            for (int row : findings.shownRows()) {
                if (findings.cellText(1, row).equals(object)) {
                    return row;
                }
            }
            throw new AssertionError("no finding about " + object);
        });
    }

    private static int rowHeight(Control grid) {
        return Ui.get(() -> ((NatTable) grid).getRowHeightByPosition(1));
    }

    /** The object that is selected on the Objects page; empty when another page is in front. */
    private static String shownObject(KitEditor editor) {
        if (!Windows.shows("kit.objects")) {
            return "";
        }
        ColumnTable objects = Windows.table("kit.objects");
        int[] selected = objects.selection();
        return selected.length == 0
                ? ""
                : editor.model().known().getObjects().get(selected[0]).getName();
    }

    /** Whether a line of a table that is on screen begins so. */
    private static boolean isShown(NatTable grid, String name) {
        return IntStream.range(0, grid.getRowCount()).anyMatch(row -> name.equals(grid.getDataValueByPosition(0, row)));
    }

    private List<String> markers() {
        try {
            List<String> words = new ArrayList<>();
            for (IMarker marker : kit.file().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
                words.add(marker.getAttribute(IMarker.MESSAGE, ""));
            }
            return words;
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    /** Where the line of the Problems view about something is; its group is opened. */
    private static Point warning(String words) {
        TreeItem[] found = {null};
        Ui.until("Problems has warnings", () -> {
            List<Tree> trees = new ArrayList<>();
            Windows.collect(Tree.class, tree -> tree.getColumnCount() > 2, trees);
            trees.forEach(tree -> found[0] = child(tree.getItems(), "Warnings", found[0]));
            return found[0] != null;
        });
        TreeItem group = found[0];
        Tree tree = Ui.get(group::getParent);
        Explorer.expand(tree, group);
        found[0] = null;
        Ui.until("Problems has " + words, () -> {
            found[0] = child(group.getItems(), words, null);
            return found[0] != null;
        });
        return Ui.get(() -> {
            tree.showItem(found[0]);
            Rectangle area = found[0].getBounds(0);
            return tree.toDisplay(area.x + 40, area.y + area.height / 2);
        });
    }

    private static TreeItem child(TreeItem[] items, String words, TreeItem otherwise) {
        return Arrays.stream(items)
                .filter(item -> item.getText(0).startsWith(words))
                .findFirst()
                .orElse(otherwise);
    }
}
