package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;
import org.karlworkbench.kit.LedgerFiles;

/** Every verb that asks a kit about a kernel refuses one from which the kernel was not linked. */
class OwnKitTest {
    private static final Path KITS = Command.DEMO.getParent();

    @TempDir
    Path temp;

    private Path kernel;

    @BeforeEach
    void relink() {
        kernel = temp.resolve("bsd");
        Command relink = Command.run("relink", Command.DEMO, "-o", kernel);
        assertEquals(Karl.DONE, relink.status(), relink.err());
    }

    /** What each verb is asked of the kernel, with the option that names the kit last. */
    private Stream<List<Object>> questions() {
        return Stream.of(
                List.of("layout", kernel, "--kit"),
                List.of("find", kernel, "main", "--kit"),
                List.of("code", kernel, "main", "--kit"),
                List.of("references", kernel, "main", "--kit"),
                List.of("exposure", kernel, "--kit"),
                List.of("exposure", kernel, "--leak", "main", "--kit"),
                List.of("diff", kernel, kernel, "--kit"),
                List.of("diff", kernel, kernel, "--kit", Command.DEMO, "--kit-b"),
                List.of("recover", kernel, "--kit"),
                List.of("verify", kernel, "--kit"));
    }

    private static Command ask(List<Object> question, Object... more) {
        List<Object> words = new ArrayList<>(question);
        words.addAll(Arrays.asList(more));
        return Command.run(words.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-i386", "libc-amd64"})
    void anotherKitIsRefused(String other) throws Exception {
        for (boolean entry : List.of(true, false)) {
            questions().forEach(question -> {
                JsonObject error = ask(question, KITS.resolve(other), "--json").error(Karl.FAILED);
                assertEquals("wrong-kit", error.get("code").getAsString(), question.toString());
            });
            if (entry) {
                Files.delete(LedgerFiles.beside(kernel));
            }
        }
    }

    @Test
    void itsOwnKitIsTaken() throws Exception {
        for (boolean entry : List.of(true, false)) {
            questions().forEach(question -> {
                Command own = ask(question, Command.DEMO, "--json");
                assertEquals(Karl.DONE, own.status(), question + own.err());
            });
            if (entry) {
                Files.delete(LedgerFiles.beside(kernel));
            }
        }
    }

    /** A kit in which something was edited since is another one, and the kernel's entry knows it. */
    @Test
    void anEditedKitIsAnotherOne() throws Exception {
        Path edited = Files.createDirectory(temp.resolve("edited"));
        try (Stream<Path> files = Files.list(Command.DEMO)) {
            for (Path file : files.toList()) {
                Files.copy(file, edited.resolve(file.getFileName().toString()));
            }
        }
        Files.copy(
                KITS.resolve("demo-amd64-debug").resolve("pool.o"),
                edited.resolve("pool.o"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(
                edited.resolve("Makefile"),
                Files.readString(edited.resolve("Makefile")).replace("0xcccccccc", "0xf4f4f4f4"));
        JsonObject error =
                Command.run("layout", kernel, "--kit", edited, "--json").error(Karl.FAILED);
        assertEquals("wrong-kit", error.get("code").getAsString());
    }

    @Test
    void anObjectIsNoKernel() {
        Path object = Command.DEMO.resolve("main.o");
        for (List<Object> question : List.<List<Object>>of(
                List.of("layout", object),
                List.of("layout", object, "--by", "section"),
                List.of("find", object, "main"),
                List.of("code", object, "main"),
                List.of("diff", object, kernel),
                List.of("diff", kernel, object),
                List.of("exposure", object, "--kit", Command.DEMO),
                List.of("references", object, "main", "--kit", Command.DEMO),
                List.of("recover", object, "--kit", Command.DEMO))) {
            JsonObject error = ask(question, "--json").error(Karl.FAILED);
            assertTrue(
                    List.of("no-kernel", "wrong-kit").contains(error.get("code").getAsString()),
                    question + error.toString());
        }
    }
}
