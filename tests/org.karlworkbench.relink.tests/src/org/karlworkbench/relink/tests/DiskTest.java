package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.relink.LinkerTool;

/**
 * Disks that are full or cannot be written, and a virtual machine that is ended: in a mount namespace of its own, which
 * takes its small file systems with it, whoever runs the tests.
 */
class DiskTest {
    /**
     * Arguments: size, options to mount again with, folder, and the command. Prints what lies there before and after.
     */
    private static final String SCRIPT = """
        set -eu
        size=$1 again=$2 folder=$3
        shift 3
        look() { (cd "$folder" && ls -lA --time-style=full-iso && sha256sum * 2>/dev/null) || true; }
        cp -a "$folder" "$folder.old"
        mount -t tmpfs -o "size=$size,mode=700" tmpfs "$folder"
        cp -a "$folder.old/." "$folder/"
        mount -o "remount,$again" "$folder"
        look >"$folder.before"
        status=0
        "$@" || status=$?
        look >"$folder.after"
        cmp "$folder.before" "$folder.after" >&2 || diff "$folder.before" "$folder.after" >&2 || true
        exit $status
        """;

    @TempDir
    Path folder;

    private record Ended(int status, String out, String err) {}

    private static Ended run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out.strip(), err.strip());
    }

    /** Relinks onto a file system of its own that already holds a kernel with its entry. */
    private Ended onto(long kibibytes, String again, String kitName, String linker) throws Exception {
        LoadedKit kit = Kits.loaded(kitName);
        Path disk = Files.createTempDirectory(folder, "disk");
        Path kernel = disk.resolve("bsd");
        Runs.relink(Kits.loaded("demo-amd64"), "ld", 1, kernel);
        return onto(disk, kibibytes, again, Forked.command(kit.folder(), Runs.tool(kit, linker), kernel));
    }

    /** Runs a command that writes onto a file system of its own in place of a folder, and fails if a trace is left. */
    private Ended onto(Path disk, long kibibytes, String again, List<String> relink) throws Exception {
        boolean root = Files.getOwner(folder).getName().equals("root");
        List<String> command = new ArrayList<>(List.of("unshare", root ? "-m" : "-rm", "sh", "-c", SCRIPT, "sh"));
        command.addAll(List.of(kibibytes + "k", again, disk.toString()));
        command.addAll(relink);
        Ended ended = run(command);
        boolean ok = ended.status() == 0;
        assertEquals(ok ? 0 : 3, ended.status(), ended.toString());
        assertEquals(1, ended.out().lines().count(), ended.out());
        assertEquals(ok, ended.out().equals("done"), ended.out());
        assertTrue(ok || ended.out().contains(disk.toString()), ended.out());
        assertTrue(ok || ended.err().isEmpty(), "not as it was: " + ended.err());
        assertFalse(ended.out().contains(".karl-"), ended.out());
        return ended;
    }

    /** From too little for anything to just enough: before the link, in the gap, in the kernel, in the entry. */
    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aFullDiskIsOneLineAndNothingIsTouched(String linker) throws Exception {
        long fails = 64;
        long works = 512;
        while (works - fails > 4) {
            long size = (works + fails) / 8 * 4;
            Ended ended = onto(size, "rw", "demo-amd64", linker);
            if (ended.status() == 0) {
                works = size;
            } else {
                assertTrue(ended.out().contains("no space left on device"), ended.out());
                fails = size;
            }
        }
        assertTrue(onto(80, "rw", "demo-amd64", linker).out().contains("while it made the gap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aFullDiskAndABigKit(String linker) throws Exception {
        assertTrue(onto(900, "rw", "libc-amd64", linker).out().contains("KiB are free"));
        assertTrue(onto(1700, "rw", "libc-amd64", linker).out().contains("while it made the kernel"));
    }

    @Test
    void aFullDiskUnderTheLedgerIsToldByTheLedgersName() throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        Path ledger = Files.createDirectory(folder.resolve("ledger"));
        Path kernel = Files.createDirectory(folder.resolve("kernels")).resolve("bsd");
        List<String> relink = new ArrayList<>(Forked.command(kit.folder(), Runs.tool(kit, "ld"), kernel));
        relink.add(ledger.toString());
        Ended ended = onto(ledger, 4, "rw", relink);
        assertTrue(ended.out().startsWith("io " + ledger + ": no space left on device"), ended.out());
        assertEquals(0, kernel.getParent().toFile().list().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aReadOnlyDiskIsOneLine(String linker) throws Exception {
        Ended ended = onto(4096, "ro", "demo-amd64", linker);
        assertTrue(ended.out().startsWith("io "), ended.out());
        assertTrue(ended.out().contains("read-only file system"), ended.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aDiskThatIsLargeEnoughIs(String linker) throws Exception {
        assertEquals("done", onto(8192, "rw", "demo-amd64", linker).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void nothingStaysWhenTheMachineIsEnded(String linker) throws Exception {
        LoadedKit kit = Kits.loaded("demo-amd64");
        String seconds = "64" + System.nanoTime() % 1_000_000; // by which this test knows its own sleeper
        LinkerTool hangs = FakeLinker.of(folder.resolve("tools"), kit, linker, "sleep " + seconds + " & wait");
        Path target = Files.createDirectory(folder.resolve("target"));
        Process relink = new ProcessBuilder(Forked.command(kit.folder(), hangs, target.resolve("bsd")))
                .inheritIO()
                .start();
        for (int i = 0; i < 600 && !Listener.runs(seconds); i++) {
            Thread.sleep(100);
        }
        assertTrue(Listener.runs(seconds), "the linker did not start");
        relink.destroy(); // SIGTERM, as Ctrl-C's SIGINT, unwinds no thread
        relink.waitFor();
        assertFalse(Listener.runs(seconds), "the linker still runs");
        try (Stream<Path> left = Files.list(target)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
