package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.ColumnTable;

/** A kernel with 150,000 symbols stays quick: the UI thread answers at once whatever is done. */
class BigTableTest {
    private static final int SYMBOLS = 150_000;
    private static final long SOON = 1_000;

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
            Ui.until("eleven rows are left", () -> symbols.shownRows().length == 11);
            Robot.fill(Windows.field("kernel.symbols.filter"), "");
            Ui.until("all are back", () -> symbols.shownRows().length == all);
            Control grid = Windows.control("kernel.symbols", Control.class);
            Robot.click(grid, 500, 8);
            Ui.until("they are sorted by name", () -> symbols.cellText(2, 1).equals("name_1"));
            Robot.click(grid, 500, 60);
            Robot.key("ctrl+End");
            Robot.wheel(grid, 500, 60, false, 30);
            AddressMap map = Windows.control("kernel.map", AddressMap.class);
            Robot.wheel(map, 300, 60, true, 20);
            Shots.take("kernel-150000");
            assertTrue(latency.worst() < SOON, "the UI thread was busy for " + latency.worst() + " ms");
        }
    }

    private Path kernel() throws IOException {
        StringBuilder source = new StringBuilder(".text\n.globl _start\n_start:\n");
        for (int i = 0; i < SYMBOLS; i++) {
            source.append(".type name_").append(i).append(",@function\nname_").append(i).append(":.skip 8\n");
            source.append(".size name_").append(i).append(",8\n");
        }
        Path assembly = Files.writeString(folder.resolve("big.s"), source);
        Path object = folder.resolve("big.o");
        Path kernel = folder.resolve("big");
        Robot.Tool.run(60, List.of("as", "-o", object.toString(), assembly.toString()));
        Robot.Tool.run(60, List.of("ld", "-o", kernel.toString(), object.toString()));
        return kernel;
    }

    /** Asks the UI thread again and again, and remembers for how long it did not answer. */
    private static final class Latency implements AutoCloseable {
        private final Thread asking = new Thread(this::ask, "latency");
        private volatile long worst;

        static Latency measure() {
            Latency latency = new Latency();
            latency.asking.setDaemon(true);
            latency.asking.start();
            return latency;
        }

        private void ask() {
            while (!Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                Ui.run(() -> {});
                worst = Math.max(worst, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }

        long worst() {
            return worst;
        }

        @Override
        public void close() {
            asking.interrupt();
        }
    }
}
