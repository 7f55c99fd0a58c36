package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.relink.tests.Kits;

/**
 * A thousand relinks of a kit of two thousand objects are searched in under a second of two processors, counted in their
 * time, which other work on the machine does not lengthen.
 */
class LedgerSpeedTest {
    private static final int RELINKS = 10;
    private static final int COPIES = 100;
    private static final int PROCESSORS = 2;

    @TempDir
    Path folder;

    @Test
    void aThousandEntriesTakeLessThanASecond() throws Exception {
        Path made = Files.createDirectory(folder.resolve("made"));
        Path many = Files.createDirectory(folder.resolve("many"));
        Ledger relinks = Ledger.of(Kits.loaded("libc-amd64"), made, RELINKS, "builtin", "debug");
        for (int number = 1; number <= RELINKS; number++) {
            int copies = number == RELINKS ? 1 : number == 1 ? 2 * COPIES - 1 : COPIES;
            String entry = Files.readString(Path.of(relinks.entry(number)));
            for (int copy = 0; copy < copies; copy++) {
                String name = "e" + number + "-" + copy;
                Files.writeString(
                        many.resolve(name + ".ledger.json"),
                        entry.replace("\"bsd." + number + ".places\"", "\"" + name + ".places\""));
                Files.copy(made.resolve("bsd." + number + ".places"), many.resolve(name + ".places"));
            }
        }
        Crash crash = Crash.of(relinks.kernel(RELINKS));
        List<Long> stack = crash.stack(8, 0xffffffff81010000L, new Random());
        String trace = Crash.Form.ADDRESSES.trace(crash, stack);
        Ledger ledger = new Ledger(many);
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            ledger.symbolize("x() at malloc+0x1\n"); // reads the kit's files into memory, and is no part of the search
            long begun = processorTime();
            Symbolized found = ledger.symbolize(trace);
            best = Math.min(best, processorTime() - begun);
            assertEquals(Verdict.IDENTIFIED, found.verdict(), trace + Ledger.summary(found));
            assertTrue(found.entry().endsWith("e10-0.ledger.json"), found.entry());
            assertEquals(RELINKS * COPIES - 1, found.rejected().size());
        }
        assertTrue(best < 1_000 * PROCESSORS, best + " ms");
    }

    /** What this process has used so far, in milliseconds. */
    static long processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new AssertionError("no clock of this process"))
                .toMillis();
    }
}
