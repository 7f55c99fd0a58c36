package org.karlworkbench.machine.emulator.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.machine.emulator.EmulatorRun;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.Reason;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.machine.emulator.StartupState;

/** Kernels that go wrong, files that are no kernels, and runs that somebody ends. */
class TroubleTest {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "amd64, panic, PANIC, panic: as asked",
        "i386, panic, PANIC, panic: as asked",
        "octeon, panic, PANIC, panic: as asked",
        "arm64, fault, PANIC, panic: trap 0x",
        "riscv64, fault, PANIC, panic: trap 0x",
        "amd64, reset, RESET, guest-reset",
        "i386, reset, RESET, guest-reset",
        "arm64, reset, RESET, guest-reset",
        "riscv64, reset, RESET, guest-reset",
        "octeon, reset, RESET, guest-reset",
    })
    void aKernelThatGivesUpIsNoticed(String architecture, String how, Reason reason, String detail) throws Exception {
        RunResult result = DemoKernels.run(request(architecture).withArguments(how));
        assertFalse(result.booted(), result::toString);
        assertEquals(reason, result.reason(), result::toString);
        assertTrue(result.detail().startsWith(detail), result::toString);
        assertNull(result.startup().verified(), result::toString);
        assertTrue(result.startup().pages() > 0, result::toString);
        assertTrue(result.serial().contains("\nfunctions: "), result::toString);
    }

    /** The demo kernels reset the machine when they are told to exit; they have booted all the same. */
    @Test
    void aKernelThatHasBootedIsTypedAt() throws Exception {
        RunResult result = DemoKernels.run(request("i386").withTyped("exit\r"));
        assertTrue(result.booted(), result::toString);
        assertEquals(Reason.RESET, result.reason(), result::toString);
        assertEquals(Boolean.TRUE, result.startup().verified(), result::toString);
    }

    @Test
    void aKernelThatGoesOnHasItsTimeAndHasBooted() throws Exception {
        RunResult result = DemoKernels.run(request("i386").withTyped("").withTimeout(Duration.ofSeconds(10)));
        assertTrue(result.booted(), result::toString);
        assertEquals(Reason.EXPECTED, result.reason(), result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void aKernelThatLoopsHasItsTime(String architecture) throws Exception {
        RunResult result =
                DemoKernels.run(request(architecture).withArguments("loop").withTimeout(SHORT));
        assertEquals(Reason.TIMEOUT, result.reason(), result::toString);
        assertFalse(result.booted(), result::toString);
        assertTrue(result.millis() >= SHORT.toMillis() && result.millis() < 2 * SHORT.toMillis(), result::toString);
    }

    @Test
    void cancelEndsTheWholeTreeWithinHalfASecond() throws Exception {
        long millis = cancelled();
        for (int i = 1; i < ATTEMPTS && millis >= 500; i++) { // other work on the machine may delay some
            millis = cancelled();
        }
        assertTrue(millis < 500, millis + " ms");
    }

    private long cancelled() throws Exception {
        CountDownLatch talks = new CountDownLatch(1);
        RunListener listener = new RunListener() {
            @Override
            public void serial(String text) {
                talks.countDown();
            }

            @Override
            public void stopped(String symbol, long address, Path socket) {}

            @Override
            public void booted(StartupState startup) {}
        };
        EmulatorRun run = new EmulatorRun(request("riscv64").withArguments("loop"), listener);
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                result.complete(run.run(Progress.NONE));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        assertTrue(talks.await(60, TimeUnit.SECONDS));
        assertTrue(emulators() > 0);
        long begin = System.nanoTime();
        run.cancel();
        assertThrows(CancellationException.class, () -> result.get(10, TimeUnit.SECONDS));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertEquals(0, emulators());
        return millis;
    }

    private static long emulators() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().command().orElse("").contains("qemu"))
                .count();
    }

    /** What is in a kernel's name reaches neither an option nor a shell. */
    @ParameterizedTest
    @ValueSource(strings = {"a,server=on b", "-S", "x\n$(touch harm)", "ü;'\"&"})
    void aHostileNameIsOnlyAName(String name) throws Exception {
        Path kernel = DemoKernels.relink("amd64", folder.resolve("bsd"));
        Path hostile = Files.move(kernel, folder.resolve(name));
        for (Loader loader : List.of(Loader.QEMU, Loader.OPENBSD)) {
            RunResult result = DemoKernels.run(RunRequest.of(hostile).withLoader(loader));
            assertTrue(result.booted(), result::toString);
        }
        assertFalse(Files.exists(folder.resolve("harm")));
    }

    @Test
    void whatIsNoKernelIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "not a kernel\n");
        assertEquals("bad-elf", refused(text).code());
        Path object = folder.resolve("main.o");
        Files.copy(
                org.karlworkbench.relink.tests.Kits.loaded("demo-arm64")
                        .folder()
                        .resolve("main.o"),
                object);
        assertEquals("is no kernel", refused(object).getMessage());
        assertEquals("io", refused(folder.resolve("absent")).code());
        Path other = DemoKernels.relink("arm64", folder.resolve("bsd"));
        byte[] bytes = Files.readAllBytes(other);
        bytes[18] = 21; // e_machine: powerpc64, though little-endian
        Files.write(other, bytes);
        assertEquals("is for a machine that is not known", refused(other).getMessage());
        bytes[18] = 43; // sparc64
        bytes[5] = 2;
        Files.write(other, bytes);
        assertEquals("bad-elf", refused(other).code());
    }

    private static EngineException refused(Path kernel) {
        EngineException refused = assertThrows(EngineException.class, () -> DemoKernels.run(RunRequest.of(kernel)));
        assertEquals(kernel.toString(), refused.file());
        return refused;
    }

    private RunRequest request(String architecture) throws EngineException {
        return RunRequest.of(DemoKernels.relink(architecture, folder.resolve("bsd")));
    }
}
