package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.table.ColumnTable;

/** The ledger's view: it follows relinks, and notes, pins, checks and cleans them up. */
class LedgerViewTest {
    private static final int NAME = 0;
    private static final int STATE = 6;
    private static final int PINNED = 7;
    private static final int NOTE = 8;

    private IFile kit;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
        kit = Demo.kit();
    }

    @Test
    void itFollowsKeepsAndCleansUp() throws Exception {
        List<Path> two = Demo.twoRelinks();
        Demo.open(kit);
        Views.show(Ids.LEDGER_VIEW);
        ColumnTable table = Windows.table("ledger.table");
        Path fresh = Demo.relink(kit);
        Demo.open(kit);
        Views.show(Ids.LEDGER_VIEW);
        Ui.until("the new relink comes first", () -> row(table, fresh) == 0);

        click(table, two.getFirst());
        Windows.tool("Writes a note");
        Windows.answer("Edit Note", "boots well");
        Ui.until("the note is shown", () -> text(table, NOTE, two.getFirst()).equals("boots well"));
        Windows.tool("What is pinned");
        Ui.until("it is pinned", () -> text(table, PINNED, two.getFirst()).equals("pinned"));
        assertTrue(LedgerFiles.readBeside(two.getFirst()).orElseThrow().isPinned());
        assertTrue(Files.exists(two.getFirst()));

        byte[] kernel = Files.readAllBytes(two.get(1));
        Files.writeString(two.get(1), "other bytes");
        RelinkFolder.refresh(kit);
        Windows.tool("Checks each kernel");
        Ui.until("it is seen to have changed", () -> text(table, STATE, two.get(1))
                .equals("changed"));
        assertEquals("same", Ui.get(() -> text(table, STATE, fresh)));
        Shots.take("ledger");
        Files.write(two.get(1), kernel);
        RelinkFolder.refresh(kit);

        cleanUp(table, two.getFirst());
    }

    private void cleanUp(ColumnTable table, Path pinned) {
        Windows.tool("Deletes old relinks");
        Spinner keep = Windows.control("cleanup.keep", Spinner.class);
        Robot.fill(keep, 1);
        Button kernels = Windows.control("cleanup.kernels", Button.class);
        assertFalse(Ui.get(kernels::getSelection));
        Button go = Windows.button("Clean Up");
        Ui.until("it is known what goes", go::isEnabled);
        assertTrue(Windows.label("cleanup.sum").endsWith("freed"), Windows.label("cleanup.sum"));
        Shots.take("ledger-cleanup");
        Path newest = Demo.relinks(kit).getLast();
        Robot.click(go);
        Ui.until("two are left", () -> table.shownRows().length == 2);
        assertEquals(0, (int) Ui.get(() -> row(table, newest)));
        assertEquals(1, (int) Ui.get(() -> row(table, pinned)));
        assertTrue(Files.exists(pinned) && Files.exists(newest));
        click(table, pinned);
        Windows.tool("What is pinned");
        Ui.until("it is let go", () -> text(table, PINNED, pinned).isEmpty());
    }

    private static void click(ColumnTable table, Path kernel) {
        NatTable grid = Windows.control("ledger.table", NatTable.class);
        Rectangle cell = Ui.get(() -> grid.getBoundsByPosition(0, 1 + row(table, kernel)));
        Robot.click(grid, cell.x + 60, cell.y + cell.height / 2);
        Ui.until("the relink is selected", () -> table.selection().length == 1);
    }

    private static int row(ColumnTable table, Path kernel) {
        for (int row = 0; row < table.shownRows().length; row++) {
            if (table.cellText(NAME, row).equals(kernel.getFileName().toString())) {
                return row;
            }
        }
        return -1;
    }

    private static String text(ColumnTable table, int column, Path kernel) {
        int row = row(table, kernel);
        return row < 0 ? "" : table.cellText(column, row);
    }
}
