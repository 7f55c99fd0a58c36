package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.bisect.BisectRequest;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Bisection;
import org.karlworkbench.debug.bisect.Cause.Kind;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.tests.Chance;

/** Tests that are flaky, lie, hang or eat the machine, and searches that are cut short. */
class TestCommandTest {
    private static final String FAILS = Planted.gap(32, 16);

    @TempDir
    Path folder;

    private final Random random = new Random(Chance.seed());
    private Planted planted;
    private Path good;
    private Path bad;

    @BeforeEach
    void plant() throws Exception {
        planted = Planted.of(folder, 4, random);
        good = planted.entry(FAILS, false);
        bad = planted.entry(FAILS, true);
    }

    private BisectRequest request(String test, int repeat, Duration timeout, Path state) {
        KernelCommand command = new KernelCommand(test, timeout);
        return new BisectRequest(planted.kit, good, bad, command, 0, repeat, Chance.seed(random), state);
    }

    private BisectResult bisect(String test, int repeat) throws EngineException {
        return Bisection.run(request(test, repeat, Duration.ofSeconds(20), null), Progress.NONE);
    }

    private String code(String test, Duration timeout) {
        return assertThrows(EngineException.class, () -> Bisection.run(request(test, 1, timeout, null), Progress.NONE))
                .code();
    }

    /** A shell condition that is true once in so many times. */
    private static String once(int in) {
        return "[ $(($(od -An -N2 -tu2 /dev/urandom) % " + in + ")) = 0 ]";
    }

    private static void requireGap(BisectResult result) {
        assertTrue(result.cause() != null && result.cause().kind() == Kind.GAP, result.toString());
        assertEquals(
                List.of(32L, 16L),
                List.of(result.cause().modulus(), result.cause().residue()),
                result.toString());
    }

    /** The same answer for all runs of one kernel: nm looks at it in the first, and a file tells the others. */
    private String askedOnce(String test) {
        Path told = folder.resolve("told");
        return "{ [ %1$s -nt \"$KERNEL\" ] || { (%2$s); echo $? > %1$s; }; read -r told < %1$s; [ $told = 0 ]; }"
                .formatted(told, test);
    }

    /** It fails in half of the runs where it should, and in one of ten where it should not. */
    @Test
    void aFlakyTestIsRepeated() throws Exception {
        requireGap(bisect(askedOnce(FAILS) + " && ! " + once(10) + " || ! " + once(2), 80));
    }

    @Test
    void aTestThatLiesGivesNoCause() throws Exception {
        BisectResult same = bisect("true", 3);
        assertNull(same.cause());
        assertEquals(6, same.runs());
        assertTrue(
                same.reason().startsWith("both relinks work: of 3 runs 0 fail for the good relink and 0 for the bad"),
                same.reason());
        assertTrue(bisect("false", 1).reason().startsWith("both relinks fail: "), "nothing works");
        assertNull(bisect(once(2), 12).cause(), "a test that throws a coin");
        BisectResult turned = bisect("! (" + FAILS + ")", 1);
        assertTrue(turned.reason().startsWith("the good relink fails more often than the bad one: "), turned.reason());
        good = bad;
        BisectResult equal = bisect(FAILS, 1);
        assertEquals("both relinks have the same order and the same gaps", equal.reason());
        assertEquals(0, equal.runs());
    }

    @Test
    void aTestThatHangsIsEndedWithAllItStarted() throws Exception {
        Path left = folder.resolve("left");
        String hangs = "(setsid sh -c 'sleep 3; echo > " + left + "' > /dev/null 2>&1 &) ; sleep 1000";
        assertEquals("test-undecided", code(hangs, Duration.ofSeconds(1)));
        Thread.sleep(3500);
        assertTrue(Files.notExists(left), "a process outlived its test");
    }

    /** Where the two relinks can be told, but no other. */
    @Test
    void aTestThatCannotTellEndsTheSearch() throws Exception {
        Path count = folder.resolve("count");
        String twice = "echo >> " + count + "; [ $(wc -l < " + count + ") -le 2 ] || exit 125; " + FAILS;
        assertEquals("test-undecided", code(twice, Duration.ofSeconds(20)));
    }

    @Test
    void aTestThatSaysSoStopsTheSearch() {
        assertEquals("test-stopped", code("exit 126", Duration.ofSeconds(20)));
        assertEquals("test-stopped", code("no-such-command-anywhere", Duration.ofSeconds(20)));
        assertEquals("test-stopped", code("kill -9 $$", Duration.ofSeconds(20)));
    }

    /** Words without end are read and dropped; memory and files have limits. */
    @Test
    void aGreedyTestIsHeldBack() throws Exception {
        requireGap(bisect("head -c 3000000 /dev/zero | tee /dev/stderr; " + FAILS, 1));
        KernelCommand.Said loud = new KernelCommand("yes; true", Duration.ofSeconds(1))
                .run(folder.resolve("kernel"), folder, Progress.NONE);
        assertTrue(
                loud.timedOut() && loud.output().length() <= 1 << 16,
                loud.output().length() + " characters");
        KernelCommand.Said memory = new KernelCommand("ulimit -v; ulimit -f", Duration.ofSeconds(5))
                .run(folder.resolve("kernel"), folder, Progress.NONE);
        assertEquals("16777216\n8388608\n", memory.output());
        KernelCommand.Said processes = new KernelCommand("grep processes /proc/self/limits", Duration.ofSeconds(5))
                .run(folder.resolve("kernel"), folder, Progress.NONE);
        String soft = processes.output().replaceAll("(?s)Max processes +(\\d+).*", "$1");
        assertTrue(Integer.parseInt(soft) > 4000 && Integer.parseInt(soft) < 100_000, processes.output());
    }

    /** Each question is asked once, however often the search is cut short. */
    @Test
    void aSearchGoesOnWhereItWas() throws Exception {
        Path count = folder.resolve("count");
        Path state = folder.resolve("state");
        BisectRequest request = request("echo >> " + count + "; " + FAILS, 1, Duration.ofSeconds(20), state);
        for (int steps = 1; steps <= 3; steps++) {
            Progress cut = new CutShort(count, 5 * steps);
            assertThrows(CancellationException.class, () -> Bisection.run(request, cut));
        }
        Files.writeString(state.resolve("builtin.journal"), Files.readString(state.resolve("builtin.journal")) + "cut");
        BisectResult result = Bisection.run(request, Progress.NONE);
        requireGap(result);
        int asked = Files.readAllLines(count).size();
        assertTrue(asked >= result.runs() && asked <= result.runs() + 3, asked + " runs, of which 3 were cut short");
        assertEquals(result, Bisection.run(request, Progress.NONE));
        assertEquals(asked, Files.readAllLines(count).size());
        assertEquals(
                "other-search",
                assertThrows(
                                EngineException.class,
                                () -> Bisection.run(request("false", 1, Duration.ofSeconds(20), state), Progress.NONE))
                        .code());
    }

    /** Cancels when a file has so many lines. */
    private record CutShort(Path count, int most) implements Progress {
        @Override
        public void begin(String phase, int steps) {}

        @Override
        public void worked(int steps) {}

        @Override
        public void say(String line) {}

        @Override
        public boolean cancelled() {
            try {
                return Files.exists(count) && Files.readAllLines(count).size() >= most;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
