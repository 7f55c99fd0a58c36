package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.LinkerTool;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;

/** What is found out before a linker starts: memory, a kit that cannot be read, a linker that cannot be executed. */
class BeforeLinkTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private EngineException limited(LoadedKit kit, String linker, long mebibytes, List<String> said) {
        Limits limits = new Limits(Duration.ofMinutes(1), mebibytes * MEBIBYTE, MEBIBYTE * 64);
        RelinkRequest request = new RelinkRequest(
                kit, Runs.recipe(), Runs.seed(1), folder.resolve("bsd"), null, Runs.tool(kit, linker), limits);
        return assertThrows(EngineException.class, () -> Relink.run(request, new Listener(said, 600_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void tooLittleMemoryIsRefused(String linker) throws Exception {
        List<String> said = new ArrayList<>();
        EngineException e = limited(Kits.loaded("libc-amd64"), linker, 30, said);
        assertEquals("no-memory", e.code(), e.line());
        assertTrue(
                e.getMessage().matches("needs about \\d+ MiB of memory for this kit, and only 30 MiB are there"),
                e.line());
        assertEquals(List.of(), said);
    }

    /** Enough to try, and then not enough. */
    @Test
    void perhapsTooLittleMemoryIsTried() throws Exception {
        List<String> said = new ArrayList<>();
        EngineException e = limited(Kits.loaded("demo-amd64"), "lld", 40, said);
        assertTrue(
                said.getFirst().matches("warning: .*lld: needs about \\d+ MiB of memory .* only 40 MiB .*; .*"),
                said.toString());
        assertEquals("no-memory", e.code(), e.line());
        assertTrue(e.getMessage().startsWith("ran out of memory while it made the gap: "), e.line());
    }

    /** A machine whose memory is nearly used up, by a file of the system's that is ours for one process. */
    @ParameterizedTest
    @CsvSource({"1024, no-memory", "10000000, done"})
    void theSystemsMemoryCounts(String kibibytes, String word) throws Exception {
        LoadedKit kit = Kits.loaded("libc-amd64");
        Path memory = Files.writeString(
                folder.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable: " + kibibytes + " kB\nSwapFree: 0 kB\n");
        boolean root = Files.getOwner(folder).getName().equals("root");
        String script = "mount --bind \"$1\" /proc/meminfo && shift && exec \"$@\"";
        List<String> command = new ArrayList<>(List.of("unshare", root ? "-m" : "-rm", "sh", "-c", script, "sh"));
        command.add(memory.toString());
        command.addAll(Forked.command(kit.folder(), Runs.tool(kit, "ld"), folder.resolve("bsd")));
        Process relink = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(relink.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(out.startsWith(word), out);
        assertEquals(word.equals("done"), !out.contains("only 1 MiB are there"), out);
    }

    /** The peak of the real linker is what is said to be needed. */
    @ParameterizedTest
    @CsvSource({"libc-amd64, ld", "libc-amd64, lld", "libc-i386, ld", "cross-arm64, lld", "cross-octeon, ld"})
    void theEstimateIsNearThePeak(String name, String linker) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        Path peak = folder.resolve("peak");
        String body = "$real \"$@\" & linker=$!\n" + "while grep VmHWM /proc/$linker/status 2>/dev/null; do :; done >"
                + peak + "\nwait $linker";
        LinkerTool measured = FakeLinker.of(folder.resolve("tools"), kit, linker, body);
        Relink.run(
                new RelinkRequest(kit, Runs.recipe(), Runs.seed(1), folder.resolve("bsd"), null, measured, null),
                new Listener(new ArrayList<>(), 600_000));
        EngineException refused = limited(kit, linker, 1, new ArrayList<>());
        double said = Long.parseLong(refused.getMessage().replaceAll("\\D*(\\d+) MiB of memory.*", "$1"));
        double was = Long.parseLong(Files.readAllLines(peak).getLast().replaceAll("\\D", "")) / 1024.0;
        assertTrue(said > was / 1.2 && said < was * 1.2, "said " + said + " MiB, was " + was + " MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate -s 200 trap.o", "rm trap.o; mkdir trap.o"})
    void anObjectThatCannotBeRead(String damage) throws Exception {
        LoadedKit kit = Kits.load(damaged(damage));
        EngineException e = Runs.fails(kit, Runs.tool(kit, "ld"), folder.resolve("bsd"));
        assertEquals("kit-errors", e.code(), e.line());
        assertTrue(e.line().contains("trap.o: "), e.line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ln -s /nowhere/trap.o trap.o ~ a link that leads nowhere;
        ln -s trap.o trap.o ~ a link that leads nowhere;
        mkfifo trap.o ~ it is a device, a pipe or a socket, not a file
        """)
    void anObjectThatIsNoFile(String instead, String words) throws Exception {
        Path copy = damaged("rm trap.o; " + instead);
        EngineException e = assertThrows(EngineException.class, () -> Kits.load(copy));
        assertTrue(e.line().contains("trap.o: " + words), e.line());
    }

    private Path damaged(String damage) throws Exception {
        Path copy = Kits.copy("demo-amd64", folder.resolve("copy"));
        Process shell = new ProcessBuilder("sh", "-c", damage)
                .directory(copy.toFile())
                .inheritIO()
                .start();
        assertEquals(0, shell.waitFor());
        return copy;
    }

    @Test
    void aLinkerThatIsNoProgram() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path junk = Files.write(folder.resolve("ld"), new byte[] {0x7f, 'E', 'L', 'F', 1, 2, 3, '\n', 'x', '\n'});
        Files.setPosixFilePermissions(junk, PosixFilePermissions.fromString("rwx------"));
        EngineException e = Runs.fails(kit, new LinkerTool("ld", junk, "binutils"), folder.resolve("bsd"));
        assertEquals("linker-failed", e.code(), e.line());
        assertTrue(e.line().startsWith(junk + ": cannot be run here while it made the gap: "), e.line());
    }

    @Test
    void aLinkerThatCannotBeExecuted() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        LinkerTool tool = FakeLinker.of(folder.resolve("tools"), kit, "ld", "exit 0");
        Files.setPosixFilePermissions(tool.path(), PosixFilePermissions.fromString("rw-r--r--"));
        EngineException e = Runs.fails(kit, tool, folder.resolve("bsd"));
        assertEquals("linker-missing", e.code(), e.line());
        assertTrue(e.line().startsWith(tool.path() + ": cannot be executed; "), e.line());
    }
}
