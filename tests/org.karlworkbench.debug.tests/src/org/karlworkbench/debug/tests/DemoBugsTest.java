package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Cause;
import org.karlworkbench.debug.bisect.Cause.Kind;
import org.karlworkbench.debug.trial.KernelBoot;
import org.karlworkbench.debug.trial.KernelTest;

/** The demo kernels with planted bugs, booted in QEMU: each bug is found from random starting pairs. */
class DemoBugsTest {
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);
    private static final KernelTest BOOT = new KernelBoot("demo: ok", "", Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private interface Check {
        void of(Cause cause, String told);
    }

    private void found(String bug, Check check) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path here = Files.createDirectory(folder.resolve("round" + round));
            BisectResult result = Planted.demo(here, bug).bisect(BOOT, 0);
            String told = result.toString();
            assertEquals(1, result.causes().size(), told);
            assertEquals(result.with().draws(), result.with().failed(), told);
            assertEquals(0, result.without().failed(), told);
            assertTrue(result.with().draws() >= 10 && result.without().draws() >= 10, told);
            check.of(result.cause(), told);
        }
    }

    @Test
    void anOverrunIntoTheNextObject() throws Exception {
        found("overrun", (cause, told) -> {
            assertEquals(Kind.ADJACENT, cause.kind(), told);
            assertEquals(List.of("events.o", "quota.o"), cause.objects(), told);
            assertEquals(".data", cause.section(), told);
        });
    }

    @Test
    void anAssumedAlignment() throws Exception {
        found("alignment", (cause, told) -> {
            assertEquals(List.of(Kind.ALIGNMENT, "ring"), List.of(cause.kind(), cause.symbol()), told);
            assertEquals(64, cause.modulus(), told);
            assertTrue(cause.residue() == null || cause.residue() == 32, told);
        });
    }

    @Test
    void aBufferThatMustNotCrossAPage() throws Exception {
        found("page", (cause, told) -> {
            assertEquals(List.of(Kind.PAGE, "transfer"), List.of(cause.kind(), cause.symbol()), told);
            assertEquals(List.of("dma.o"), cause.objects(), told);
        });
    }

    @Test
    void aStartupFunctionCalledTooLate() throws Exception {
        found("startup", (cause, told) -> {
            assertEquals(Kind.STARTUP, cause.kind(), told);
            assertEquals(2 * 4096L, cause.residue(), told);
        });
    }

    @Test
    void anInitialisationThatNeedsAnother() throws Exception {
        found("initorder", (cause, told) -> {
            assertEquals(Kind.BEFORE, cause.kind(), told);
            assertEquals(List.of("cache.o", "arena.o"), cause.objects(), told);
        });
    }
}
