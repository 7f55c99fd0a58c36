package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** What a newcomer types: help in both orders, words that are none, options that mean nothing together, odd outputs. */
class UsageTest {
    @TempDir
    Path folder;

    private Path kernel;

    @BeforeEach
    void relink() throws Exception {
        kernel = folder.resolve("bsd");
        Command.run("relink", Command.DEMO, "-o", kernel, "--linker", "builtin", "--json")
                .json(Karl.DONE);
    }

    private static void refused(String words, Object... command) {
        Command run = Command.run(command);
        assertEquals(Karl.USAGE, run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("karl: " + words), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void helpIsAVerbToo() {
        assertEquals(Command.run("--help"), Command.run("help"));
        assertEquals(Command.run("relink", "--help"), Command.run("help", "relink"));
        assertEquals(Command.run("machine", "boot", "--help"), Command.run("help", "machine", "boot"));
        refused("there is no verb 'relnik'", "help", "relnik");
        refused("there is no verb 'relnik'", "relnik");
        refused("there is no verb 'boot'", "ledger", "boot");
        refused("'second' is one word too many", "kit", Command.DEMO, "second");
        refused("Unknown option: '--frm'", "references", kernel, "main", "--frm");
    }

    @Test
    void manyRelinksNeedAPlaceToGo() {
        refused("nothing says where the relinks go; name the kernels with -o", "relink", Command.DEMO, "--count", 2);
    }

    /** A name chooses among the kits of --kit; without that nothing would be chosen. */
    @Test
    void aNameWithoutAKitIsRefused() {
        String words = "--name says which kit of --kit; give both";
        refused(words, "layout", kernel, "--name", "DEMO");
        refused(words, "find", kernel, "main", "--name", "DEMO");
        refused(words, "code", kernel, "main", "--name", "DEMO");
        refused(words, "diff", kernel, kernel, "--name", "DEMO");
        refused(words, "symbolize", "-", "--kernel", kernel, "--name", "DEMO");
        refused(words, "identify", kernel, "--kernel", kernel, "--name", "DEMO");
        Path entry = folder.resolve("bsd.ledger.json");
        refused(words, "replay", entry, "-o", folder.resolve("again"), "--name", "DEMO");
        refused(words, "bisect", "--good", entry, "--bad", entry, "--test", "true", "--name", "DEMO");
        refused("--rows adds to what --json writes", "diff", kernel, kernel, "--rows");
        refused(
                "--ledger and --kernel are two places to search",
                "symbolize",
                "-",
                "--kernel",
                kernel,
                "--ledger",
                folder);
    }

    /** A report is renamed into place: a device or a link would be gone afterwards, and so is never taken for a file. */
    @Test
    void nothingButPlainFilesIsReplaced() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Path pipe = folder.resolve("pipe");
        Command.witness("mkfifo", pipe);
        for (Path odd : List.of(link, pipe, folder, folder.resolve("nowhere/file"))) {
            for (String option : List.of("--save", "--html", "--csv")) {
                refusedTarget(odd, "lab", Command.DEMO, "--count", 10, option, odd, "--json");
            }
            refusedTarget(odd, "diff", kernel, kernel, "--html", odd, "--json");
            refusedTarget(odd, "identify", kernel, "--kernel", kernel, "-o", odd, "--json");
            refusedTarget(odd, "run", kernel, "--dump", odd, "--json");
        }
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("mine", Files.readString(target));
        assertTrue(!Files.isRegularFile(pipe) && Files.exists(pipe));
    }

    private static void refusedTarget(Path odd, Object... command) {
        String file = Command.run(command).error(Karl.FAILED).get("file").getAsString();
        assertTrue(odd.startsWith(file), file);
    }
}
