package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.ColumnTable;

/** A kernel with 150,000 symbols stays quick: the UI thread answers at once whatever is done. */
class BigTableTest {
    private static final int SYMBOLS = 150_000;
    private static final long AT_ONCE = 500;

    @TempDir
    private Path folder;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @Test
    void itStaysQuick() throws IOException {
        Path kernel = kernel();
        try (Latency latency = Latency.measure()) {
            Demo.open(kernel);
            ColumnTable symbols = Windows.table("kernel.symbols");
            Ui.until("all symbols are there", () -> symbols.shownRows().length >= SYMBOLS);
            int all = Ui.get(() -> symbols.shownRows().length);
            Robot.fill(Windows.field("kernel.symbols.filter"), "name_1234");
            Ui.until("a hundred and eleven rows are left", () -> symbols.shownRows().length == 111);
            Robot.fill(Windows.field("kernel.symbols.filter"), "");
            Ui.until("all are back", () -> symbols.shownRows().length == all);
            Control grid = Windows.control("kernel.symbols", Control.class);
            Robot.click(grid, 500, 8);
            Ui.until("they are sorted by name", () -> symbols.cellText(2, all - 1)
                    .equals("name_99999"));
            Robot.click(grid, 500, 60);
            Robot.key("ctrl+End");
            Robot.wheel(grid, 500, 60, false, 30);
            AddressMap map = Windows.control("kernel.map", AddressMap.class);
            Robot.wheel(map, 300, 60, true, 20);
            Shots.take("kernel-150000");
            assertTrue(
                    latency.worst() < AT_ONCE,
                    "the UI thread worked for " + latency.worst() + " ms at " + latency.doing());
        }
    }

    private Path kernel() throws IOException {
        StringBuilder source = new StringBuilder(".text\n.globl _start\n_start:\n");
        for (int i = 0; i < SYMBOLS; i++) {
            source.append(".type name_")
                    .append(i)
                    .append(",@function\nname_")
                    .append(i)
                    .append(":.skip 8\n");
            source.append(".size name_").append(i).append(",8\n");
        }
        Path assembly = Files.writeString(folder.resolve("big.s"), source);
        Path object = folder.resolve("big.o");
        Path kernel = folder.resolve("big");
        Tool.run(60, List.of("as", "-o", object.toString(), assembly.toString()));
        Tool.run(60, List.of("ld", "-o", kernel.toString(), object.toString()));
        return kernel;
    }
}
