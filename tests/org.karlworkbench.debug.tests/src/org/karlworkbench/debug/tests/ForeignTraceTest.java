package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.KernelOrigin;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolized.Verdict;
import org.karlworkbench.debug.Symbolizer;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/** Traces of a relink that nobody kept, full of pointers: another relink may fit by chance, but is never called certain. */
class ForeignTraceTest {
    private static final int ROUNDS = 40 * Integer.getInteger("karl.rounds", 1);
    private static final int RELINKS = 8;

    /** So many traces are of one foreign relink: what it has in common with one of ours, all of them may have. */
    private static final int ALIKE = 5;

    /** Of so many traces one may be taken for another relink's: what counts as certain, chance gives once in 128 times. */
    private static final int SELDOM = 64;

    @TempDir
    static Path folder;

    private static final Random RANDOM = new Random();
    private static final long SEED = Chance.seed();
    private static Ledger ledger;
    private static Ledger foreign;

    @BeforeAll
    static void relink() throws Exception {
        RANDOM.setSeed(SEED);
        ledger = Ledger.of(Chance.seed(RANDOM), Kits.loaded("demo-amd64"), folder, RELINKS, "builtin", "debug");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        foreign = Ledger.of(
                Chance.seed(RANDOM), Kits.loaded("demo-amd64"), elsewhere, ROUNDS / ALIKE, "builtin", "debug");
    }

    /** What a trace can be made of: a kernel's return addresses, and the addresses of its symbols. */
    private record Source(Crash crash, List<Long> pointers) {
        static Source of(Path kernel) throws Exception {
            List<Long> pointers = new ArrayList<>();
            for (String line : Crash.run("nm", kernel.toString())) {
                if (line.matches("ffffffff[0-9a-f]{8} [tTdDrRbB] .*")) {
                    pointers.add(Long.parseUnsignedLong(line.substring(0, 16), 16));
                }
            }
            return new Source(Crash.of(kernel), pointers);
        }

        String pointer() {
            return Long.toHexString(pointers.get(RANDOM.nextInt(pointers.size())));
        }
    }

    private enum Kind {
        ARGUMENTS,
        WORDS,
        NOISE
    }

    private static String trace(Source of, Kind kind) {
        StringBuilder text = new StringBuilder("panic: test\n");
        for (long each : of.crash().stack(4 + RANDOM.nextInt(8), 0xffffffff81004000L, RANDOM)) {
            String name = of.crash().function(each).getKey();
            text.append(name).append('(').append(kind == Kind.ARGUMENTS ? of.pointer() : "8");
            text.append(kind == Kind.ARGUMENTS ? "," + of.pointer() : "")
                    .append(") at ")
                    .append(of.crash().name(each))
                    .append('\n');
        }
        for (int i = 0; kind != Kind.ARGUMENTS && i < 40; i++) {
            String word = kind == Kind.WORDS
                    ? of.pointer()
                    : Long.toHexString(0xffffffff81000000L + RANDOM.nextInt(1 << 16) * 8L);
            text.append("stack word ").append(word).append('\n');
        }
        return text.toString();
    }

    @Test
    void pointersOfAnotherRelinkAreNotTakenForThisOnes() throws Exception {
        List<String> wrong = new ArrayList<>();
        Source source = null;
        for (int round = 0; round < ROUNDS; round++) {
            source = round % ALIKE == 0 ? Source.of(foreign.kernel(1 + round / ALIKE)) : source;
            Kind kind = Kind.values()[round % Kind.values().length];
            String trace = trace(source, kind);
            for (Symbolized found : List.of(ledger.symbolize(trace), byKernel(trace))) {
                if (found.verdict() == Verdict.IDENTIFIED && isCertain(found)) {
                    wrong.add(kind + "\n" + trace + Ledger.summary(found));
                }
            }
        }
        assertTrue(
                wrong.size() * SELDOM <= 2 * ROUNDS + SELDOM,
                "seed " + SEED + " " + wrong.size() + " of " + 2 * ROUNDS + ": " + wrong);
    }

    /** The same traces of a relink of the ledger lead to it. */
    @Test
    void pointersOfARelinkLeadToIt() throws Exception {
        Source own = Source.of(ledger.kernel(2));
        for (int round = 0; round < ROUNDS / 4; round++) {
            String trace = trace(own, Kind.WORDS);
            Symbolized found = ledger.symbolize(trace);
            assertEquals(ledger.entry(2), found.entry(), "seed " + SEED + trace + Ledger.summary(found));
            assertTrue(isCertain(found), trace + Ledger.summary(found));
        }
    }

    private static Symbolized byKernel(String trace) throws Exception {
        try (KernelOrigin origin = new KernelOrigin(ledger.kernel(1), null, Progress.NONE)) {
            return Symbolizer.run(TraceReader.read(trace), origin, Progress.NONE);
        }
    }

    private static boolean isCertain(Symbolized found) {
        assertEquals(1, found.candidates().size());
        return found.frames().stream()
                        .anyMatch(each -> each.certainty() == Frame.Certainty.EXACT && each.address() != 0)
                || found.arguments().stream().anyMatch(each -> each.certainty() == Frame.Certainty.EXACT);
    }
}
