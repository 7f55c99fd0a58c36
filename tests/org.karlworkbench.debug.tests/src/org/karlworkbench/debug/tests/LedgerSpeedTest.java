package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/**
 * A thousand relinks of a kit of two thousand objects are searched in under a second of two processors. It is held against
 * a work that is always the same, as on a slower or a busier machine both take longer.
 */
class LedgerSpeedTest {
    private static final int RELINKS = 10;
    private static final int COPIES = 100;

    /** So often two processors count in two seconds of their time, where the search takes half of that. */
    private static final int COUNTS = 8;

    @TempDir
    Path folder;

    @Test
    void aThousandEntriesTakeLessThanASecond() throws Exception {
        Path made = Files.createDirectory(folder.resolve("made"));
        Path many = Files.createDirectory(folder.resolve("many"));
        Ledger relinks = Ledger.of(Chance.first(), Kits.loaded("libc-amd64"), made, RELINKS, "builtin", "debug");
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
        long plain = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            ledger.symbolize("x() at malloc+0x1\n"); // reads the kit's files into memory, and is no part of the search
            long begun = processorTime();
            Symbolized found = ledger.symbolize(trace);
            long searched = processorTime();
            count();
            best = Math.min(best, searched - begun);
            plain = Math.min(plain, processorTime() - searched);
            assertEquals(Verdict.IDENTIFIED, found.verdict(), trace + Ledger.summary(found));
            assertTrue(found.entry().endsWith("e10-0.ledger.json"), found.entry());
            assertEquals(RELINKS * COPIES - 1, found.rejected().size());
        }
        assertTrue(best < COUNTS * plain, best + " ms, and " + plain + " ms for counting");
    }

    /** Always the same work: how many steps all numbers below a million take to one (Collatz 1937). */
    private static void count() {
        long steps = LongStream.range(1, 1_000_000)
                .parallel()
                .map(LedgerSpeedTest::steps)
                .sum();
        assertEquals(131_434_272, steps);
    }

    private static long steps(long number) {
        long steps = 0;
        for (long at = number; at != 1; steps++) {
            at = at % 2 == 0 ? at / 2 : 3 * at + 1;
        }
        return steps;
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
