package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Cause;
import org.karlworkbench.debug.bisect.Cause.Kind;
import org.karlworkbench.debug.trial.KernelBoot;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.relink.tests.Chance;

/** The demo kernels with planted bugs, booted in QEMU: each bug is found from random starting pairs. */
class DemoBugsTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    /** A function or two may lie between the distances that were tried. */
    private static final long BETWEEN = 128;

    private static final List<String> SMALL = List.of("i386", "arm64", "riscv64", "octeon");
    private static final KernelTest BOOT = new KernelBoot("demo: ok", "", Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private interface Check {
        void of(Cause cause, String architecture, String told);
    }

    /** On amd64, and in each round on another one of the small kernels. */
    private void found(String bug, String small, Check check) throws Exception {
        Random random = new Random(Chance.seed());
        for (int round = 0; round < ROUNDS; round++) {
            String other = SMALL.get((SMALL.indexOf(small) + round) % SMALL.size());
            for (String architecture : List.of("amd64", other)) {
                Path here = Files.createDirectory(folder.resolve(architecture + "-" + round));
                found(bug, architecture, here, random, check);
            }
        }
    }

    private static void found(String bug, String architecture, Path here, Random random, Check check) throws Exception {
        BisectResult result = Planted.demo(here, architecture, bug, random).bisect(BOOT, 0);
        String told = architecture + " " + result;
        assertEquals(1, result.causes().size(), told);
        assertEquals(result.with().draws(), result.with().failed(), told);
        assertEquals(0, result.without().failed(), told);
        assertTrue(result.with().draws() >= 10 && result.without().draws() >= 10, told);
        check.of(result.cause(), architecture, told);
    }

    @Test
    void anOverrunIntoTheNextObject() throws Exception {
        found("overrun", "i386", (cause, _, told) -> {
            assertEquals(Kind.ADJACENT, cause.kind(), told);
            assertEquals(List.of("events.o", "quota.o"), cause.objects(), told);
            assertEquals(".data", cause.section(), told);
        });
    }

    @Test
    void anAssumedAlignment() throws Exception {
        found("alignment", "arm64", (cause, _, told) -> {
            assertEquals(List.of(Kind.ALIGNMENT, "ring"), List.of(cause.kind(), cause.symbol()), told);
            assertEquals(64, cause.modulus(), told);
            assertTrue(cause.residue() == null || cause.residue() == 32, told);
        });
    }

    @Test
    void aBufferThatMustNotCrossAPage() throws Exception {
        found("page", "riscv64", (cause, _, told) -> {
            assertEquals(List.of(Kind.PAGE, "transfer"), List.of(cause.kind(), cause.symbol()), told);
            assertEquals(List.of("dma.o"), cause.objects(), told);
        });
    }

    /** On amd64 nine of ten draws fail: there the good relink is the rare one. */
    @Test
    void aCallThatDoesNotReach() throws Exception {
        found("distance", "octeon", (cause, _, told) -> {
            assertEquals(List.of(Kind.DISTANCE, ".text"), List.of(cause.kind(), cause.section()), told);
            assertEquals(Set.of("mail.o", "shortcut.o"), Set.copyOf(cause.objects()), told);
            assertEquals(2, cause.distances().size(), told);
            assertEquals(-1024, cause.distances().getFirst().to(), BETWEEN, told);
            assertEquals(1024, cause.distances().getLast().from(), BETWEEN, told);
        });
    }

    @Test
    void aStartupFunctionCalledTooLate() throws Exception {
        found("startup", "octeon", (cause, architecture, told) -> {
            assertEquals(Kind.STARTUP, cause.kind(), told);
            long page = architecture.equals("octeon") ? 16_384 : 4096;
            int pages = architecture.equals("amd64") ? 2 : 3; // four with the head, and there with the ELF headers
            assertEquals(pages * page, cause.residue(), told);
        });
    }

    @Test
    void anInitialisationThatNeedsAnother() throws Exception {
        found("initorder", "i386", (cause, _, told) -> {
            assertEquals(Kind.BEFORE, cause.kind(), told);
            assertEquals(List.of("cache.o", "arena.o"), cause.objects(), told);
        });
    }
}
