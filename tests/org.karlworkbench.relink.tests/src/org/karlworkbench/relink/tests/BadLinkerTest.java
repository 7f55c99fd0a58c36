package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/** Linkers that are missing, fail, hang, are killed or lie: one clear line, and what was there is untouched. */
class BadLinkerTest {
    @TempDir
    Path folder;

    private LoadedKit kit;
    private Path kernel;
    private Map<String, String> before;

    @BeforeEach
    void anOldKernelIsThere() throws Exception {
        kit = Kits.loaded("demo-amd64");
        kernel = Files.createDirectory(folder.resolve("target")).resolve("bsd");
        Runs.relink(kit, "ld", 1, kernel);
        before = Runs.snapshot(folder.resolve("target"));
    }

    @AfterEach
    void everythingIsAsItWas() throws Exception {
        assertEquals(before, Runs.snapshot(folder.resolve("target")));
    }

    private LinkerTool fake(String linker, String body) throws Exception {
        return FakeLinker.of(folder.resolve("tools"), kit, linker, body);
    }

    private static void assertOneLine(EngineException e) {
        assertEquals(1, e.line().lines().count(), e.line());
        assertFalse(e.line().contains(".karl-"), e.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "exit 0 ~ bad-kernel ~ wrote no kernel",
                ": >\"$out\"; exit 0 ~ bad-kernel ~ map",
                "$real \"$@\"; echo garbage >\"$out\"; exit 0 ~ bad-kernel ~ wrote no whole kernel",
                "$real \"$@\"; head -c 5000 \"$out\" >\"$out.x\"; mv \"$out.x\" \"$out\" ~ bad-kernel ~ wrote no whole"
                        + " kernel",
                "$real \"$@\"; : >\"$out\" ~ bad-kernel ~ wrote no whole kernel",
                "$real \"$@\"; rm \"$out\"; mkdir \"$out\" ~ bad-kernel ~ wrote no kernel",
                "$real \"$@\" >/dev/null; echo no map ~ bad-kernel ~ map",
                "$real \"$@\" | sed 's/trap.o/trip.o/'; true ~ unexplained-bytes ~ ",
                "$real \"$@\" | sed 's/gap[.]o/gip.o/'; true ~ bad-kernel ~ gap",
                "kill -9 $$ ~ linker-killed ~ signal 9 (SIGKILL)",
                "kill -SEGV $$ ~ linker-killed ~ signal 11 (SIGSEGV)",
                "echo 'ld: warning: odd' >&2; echo 'ld: trap.o: undefined reference to x' >&2; exit 1"
                        + "~ linker-failed ~ status 1 while it made the kernel: ld: trap.o: undefined reference to x",
                "echo 'final link failed: No space left on device' >&2; exit 1 ~ no-space ~ no space left on device",
                "exit 77 ~ linker-failed ~ status 77",
            })
    void oneClearLine(String body, String code, String words) throws Exception {
        EngineException e = Runs.fails(kit, fake("ld", body), kernel);
        assertEquals(code, e.code(), e.line());
        assertTrue(words == null || e.line().contains(words), e.line());
        assertOneLine(e);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void oneFlippedBitIsFound(String linker) throws Exception {
        String flip = """
            $real "$@"
            byte=$(od -An -tu1 -j 9000 -N 1 "$out")
            printf "\\\\$(printf %o $((byte ^ 16)))" | dd of="$out" bs=1 seek=9000 conv=notrunc 2>/dev/null
            """;
        EngineException e = Runs.fails(kit, fake(linker, flip), kernel);
        assertEquals("unexplained-bytes", e.code(), e.line());
        assertOneLine(e);
    }

    /** Bytes 96 to 103 are p_filesz of the first segment in a file of 64 bits whose program headers follow its header. */
    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aSectionThatNoSegmentLoadsIsFound(String linker) throws Exception {
        String cut = """
            $real "$@"
            printf "\\020\\0\\0\\0\\0\\0\\0\\0" | dd of="$out" bs=1 seek=96 conv=notrunc 2>/dev/null
            """;
        EngineException e = Runs.fails(kit, fake(linker, cut), kernel);
        assertEquals("bad-kernel", e.code(), e.line());
        assertTrue(e.line().contains("is in no segment"), e.line());
        assertOneLine(e);
    }

    @Test
    void bodyInAnotherOrderThanDrawnIsFound() throws Exception {
        String swap = """
            for word; do
                shift
                case $word in
                trap.o) set -- "$@" pci.o ;;
                pci.o) set -- "$@" trap.o ;;
                *) set -- "$@" "$word" ;;
                esac
            done
            exec $real "$@"
            """;
        EngineException e = Runs.fails(kit, fake("lld", swap), kernel);
        assertEquals("unexplained-bytes", e.code(), e.line());
    }

    @Test
    void aGapOfTheWrongSizeIsFound() throws Exception {
        LinkerTool fake = fake("ld", "exit 0");
        String script = Files.readString(fake.path());
        Files.writeString(
                fake.path(),
                script.replace(
                        "exec $real \"$@\"",
                        "case $* in *-r*) sed -i 's/endboot = .;/. += 16; endboot = .;/' gap.link ;; esac; exec $real"
                                + " \"$@\""));
        EngineException e = Runs.fails(kit, fake, kernel);
        assertEquals("bad-gap", e.code(), e.line());
        assertOneLine(e);
    }

    @Test
    void aMissingLinkerNamesItsPackage() {
        LinkerTool missing = new LinkerTool("lld", folder.resolve("ld.lld"), "lld");
        EngineException e = Runs.fails(kit, missing, kernel);
        assertEquals("linker-missing", e.code());
        assertTrue(e.line().contains("install the Debian package lld"), e.line());
    }

    @Test
    void floodsAreCutShort() throws Exception {
        String flood = "i=0; while [ $i -lt 9000 ]; do echo \"ld: problem $i in a line of some length\"; i=$((i + 1)); "
                + "done >&2; exit 1";
        List<String> said = new ArrayList<>();
        RelinkRequest request =
                new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), kernel, null, fake("ld", flood), null);
        EngineException e =
                assertThrows(EngineException.class, () -> Relink.run(request, new Listener(said, Long.MAX_VALUE)));
        assertTrue(e.line().contains("ld: problem 0 in a line"), e.line());
        assertTrue(said.size() <= 2001, "said " + said.size());
        assertEquals("(more lines are left out)", said.getLast());
    }

    /** A time to sleep by which a process is known for one of this run, and not of another that was broken off. */
    private static String unusual() {
        return "97" + System.nanoTime() % 1_000_000;
    }

    @Test
    void aLinkerThatHangsIsEndedInTime() throws Exception {
        Limits limits = Limits.of(kit).withTime(Duration.ofSeconds(1));
        String seconds = unusual();
        LinkerTool hangs = fake("lld", "sleep " + seconds + " & (sleep " + seconds + " &) ; wait");
        RelinkRequest request = new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), kernel, null, hangs, limits);
        EngineException e = assertThrows(EngineException.class, () -> Relink.run(request, Progress.NONE));
        assertEquals("linker-timeout", e.code());
        assertTrue(e.line().contains("within 1 s"), e.line());
        assertFalse(Listener.runs(seconds), "a descendant still runs");
    }

    @Test
    void cancelEndsTheWholeTreeWithinHalfASecond() throws Exception {
        String seconds = unusual();
        String sleeps = "sleep N & (sleep N &) ; (setsid sleep N &) ; (trap '' TERM; sleep N) & wait";
        LinkerTool hangs = fake("lld", sleeps.replace("N", seconds));
        RelinkRequest request = new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), kernel, null, hangs, null);
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 10 && best >= 500; attempt++) { // other work on the machine may delay some
            Listener listener = new Listener(new ArrayList<>(), 400);
            assertThrows(CancellationException.class, () -> Relink.run(request, listener));
            best = Math.min(best, listener.millisSinceCancel());
            assertFalse(Listener.runs(seconds), "a descendant still runs");
        }
        assertTrue(best < 500, "took " + best + " ms");
    }

    @Test
    void aWellBehavedLeftoverDoesNotHoldUp() throws Exception {
        String seconds = unusual();
        LinkerTool leaves = fake("ld", "sleep " + seconds + " & exec $real \"$@\"");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("bsd");
        long begun = System.nanoTime();
        Relink.run(new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), elsewhere, null, leaves, null), Progress.NONE);
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10);
        assertFalse(Listener.runs(seconds), "a descendant still runs");
    }
}
