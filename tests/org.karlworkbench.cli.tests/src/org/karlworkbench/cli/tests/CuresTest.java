package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** What a line says is wrong is what is wrong, and what it advises can be done. */
class CuresTest {
    @TempDir
    Path temp;

    private static String text(JsonObject error, String name) {
        return error.get(name).getAsString();
    }

    @Test
    void anEntryOfAnotherKitAsksForNoOptionThatIsNotThere() {
        Path other = Command.DEMO.resolveSibling("demo-i386");
        Command.run("relink", other, "-o", temp.resolve("bsd"), "--json").json(Karl.DONE);
        JsonObject error = Command.run(
                        "relink",
                        Command.DEMO,
                        "--like",
                        temp.resolve("bsd.ledger.json"),
                        "-o",
                        temp.resolve("like"),
                        "--json")
                .error(Karl.FAILED);
        assertEquals("wrong-kit", text(error, "code"));
        assertFalse(text(error, "cure").contains("--kit"), error.toString());
    }

    @Test
    void optionsThatCannotBeMeantAreWrongUsage() {
        Path kernel = temp.resolve("bsd");
        JsonObject unaligned = Command.run("relink", Command.DEMO, "-o", kernel, "--set", "textBase=0x1", "--json")
                .error(Karl.USAGE);
        assertTrue(text(unaligned, "message").contains("multiple of 4096"), unaligned.toString());
        JsonObject both = Command.run("relink", Command.DEMO, "-o", kernel, "--unlinked", temp.resolve("u"), "--json")
                .error(Karl.USAGE);
        assertEquals("-o and --unlinked exclude each other", text(both, "message"));
        for (String number : new String[] {"abc", "1.5", "99999999999999999999", ""}) {
            for (String verb : new String[] {"lab", "relink"}) {
                JsonObject error = Command.run(verb, Command.DEMO, "--count", number, "--json")
                        .error(Karl.USAGE);
                assertTrue(text(error, "message").contains("is no whole number"), error.toString());
            }
        }
    }

    @Test
    void aFolderThatIsMissingIsNoMissingFile() {
        JsonObject error =
                Command.run("ledger", "list", temp.resolve("missing"), "--json").error(Karl.FAILED);
        assertTrue(text(error, "message").contains("folder"), error.toString());
    }

    @Test
    void aStrippedKernelHasNoNames() throws Exception {
        Path kernel = temp.resolve("bsd");
        Command.run("relink", Command.DEMO, "-o", kernel, "--set", "strip=all", "--json")
                .json(Karl.DONE);
        Path trace = Files.writeString(temp.resolve("trace"), "panic: oh\nmain() at main+0x10\n");
        JsonObject error =
                Command.run("symbolize", trace, "--kernel", kernel, "--json").error(Karl.FAILED);
        assertEquals("no-symbols", text(error, "code"));
    }
}
