package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code karl machine}: a machine's life by the command, from an empty folder. */
class MachineVerbTest {
    @TempDir
    Path root;

    private Command machine(String verb, Object... more) {
        List<Object> words = new ArrayList<>(List.of("machine", verb, "--json", "--root", root));
        words.addAll(List.of(more));
        return Command.run(words.toArray());
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).isJsonNull() ? null : json.get(name).getAsString();
    }

    @Test
    void aMachinesLife() throws Exception {
        JsonObject installed = machine("install", "--base", Command.DEMO, "--linker", "builtin")
                .json(0);
        assertEquals(
                List.of(
                        "schemaVersion",
                        "root",
                        "engaged",
                        "reason",
                        "kernelSha256",
                        "bootedSha256",
                        "obsdSha256",
                        "kit",
                        "relinked",
                        "steps",
                        "log"),
                List.copyOf(installed.keySet()));
        assertTrue(installed.get("engaged").getAsBoolean()
                && installed.get("relinked").getAsBoolean());
        assertEquals("demo-amd64", text(installed, "kit"));
        String first = text(installed, "kernelSha256");
        assertTrue(Command.witness("sha256sum", root.resolve("bsd")).getFirst().startsWith(first + " "));
        JsonObject booted = machine("boot", "--linker", "builtin").json(0);
        assertEquals(first, text(booted, "bootedSha256"));
        assertNotEquals(first, text(booted, "kernelSha256"));
        JsonObject copied =
                machine("cp", "--kernel", root.resolve("bsd.booted")).json(0);
        assertFalse(copied.get("engaged").getAsBoolean());
        JsonObject status = machine("status").json(1);
        assertEquals("/bsd is not the kernel whose checksum is in /var/db/kernel.SHA256", text(status, "reason"));
        assertEquals(first, text(status, "kernelSha256"));
        assertEquals(
                "dis-engaged",
                status.getAsJsonArray("events")
                        .get(4)
                        .getAsJsonObject()
                        .get("kind")
                        .getAsString());
        JsonObject off = machine("boot").json(1);
        assertFalse(off.get("relinked").getAsBoolean());
        assertEquals(first, text(off, "kernelSha256"));
        assertTrue(Command.texts(off.getAsJsonArray("log")).getFirst().startsWith("Failed to verify /bsd's checksum"));
        machine("reengage").json(0);
        JsonObject made = machine("make-install", "--kit", Command.DEMO, "--linker", "lld")
                .json(0);
        assertEquals(first, text(made, "obsdSha256"));
        JsonObject upgraded =
                machine("upgrade", "--base", Command.DEMO, "--linker", "ld").json(0);
        assertEquals(text(made, "kernelSha256"), text(upgraded, "obsdSha256"));
        machine("status").json(0);
        JsonObject twice = machine("install", "--base", Command.DEMO).error(3);
        assertEquals("machine-exists", twice.get("code").getAsString());
    }

    @Test
    void stepsBeforehand() throws Exception {
        JsonObject plan =
                machine("install", "--base", Command.DEMO, "--dry-run").json(0);
        assertEquals(7, plan.getAsJsonArray("steps").size());
        assertEquals(0, Files.list(root).count());
        Command words = Command.run("machine", "install", "--root", root, "--base", Command.DEMO, "--dry-run");
        assertTrue(words.out().contains("  would relink it, and account for every byte\n"), words.out());
    }

    @Test
    void wordsForPeople() throws Exception {
        Command.run("machine", "install", "--root", root, "--base", Command.DEMO, "--linker", "builtin");
        Command status = Command.run("machine", "status", "--root", root);
        assertEquals(0, status.status());
        assertTrue(status.out().contains("\n  engaged\n"), status.out());
        assertTrue(status.out().contains("install: the machine is installed"), status.out());
    }

    @Test
    void wrongWords() {
        assertEquals(2, Command.run("machine").status());
        assertEquals(2, Command.run("machine", "boot").status());
        assertEquals(2, machine("install").status());
        assertEquals(2, machine("boot", "--linker", "gold").status());
        assertEquals(2, Command.run("machine", "hibernate", root).status());
        assertEquals(
                2, Command.run("machine", "hibernate", "--root", root, "a", "b").status());
        assertEquals(2, Command.run("machine", "hibernate").status());
    }

    /** Nothing is made in the root before all that was named has been read and fits. */
    @Test
    void anInstallThatFailsLeavesNothing() throws Exception {
        Path object = Command.DEMO.resolve("main.o");
        for (List<Object> words : List.<List<Object>>of(
                List.of("--base", root.resolve("nothing")),
                List.of("--base", Command.DEMO, "--name", "nope"),
                List.of("--base", Command.DEMO, "--kernel", object),
                List.of("--base", Command.DEMO, Command.DEMO.resolveSibling("demo-i386")),
                List.of("--base", object))) {
            List<Object> all = new ArrayList<>(List.of("install"));
            all.addAll(words);
            machine(all.removeFirst().toString(), words.toArray()).error(3);
            try (var files = Files.list(root)) {
                assertEquals(List.of(), files.toList(), words.toString());
            }
        }
        machine("install", "--base", Command.DEMO, "--linker", "builtin").json(0);
    }

    @Test
    void noMachine() {
        assertEquals("no-machine", machine("status").error(3).get("code").getAsString());
        assertEquals("no-machine", machine("boot").error(3).get("code").getAsString());
        assertEquals("no-machine", machine("hibernate").error(3).get("code").getAsString());
    }

    @Test
    void whetherAnImageResumes() throws Exception {
        machine("install", "--base", Command.DEMO, "--linker", "builtin").json(0);
        Path kernel = root.resolve("bsd");
        JsonObject none =
                Command.run("machine", "hibernate", kernel, kernel, "--json").json(1);
        assertTrue(none.get("signatureA").isJsonNull());
        assertFalse(none.get("resumes").getAsBoolean());
        assertTrue(text(none, "reason").contains("the demo kernels never hibernate"));
    }

    /** Both answers, by relinks of a kit whose kernel has the four functions. */
    @Test
    void onlyTheSameRelinkResumesAnImage() throws Exception {
        Path kit = Files.createDirectory(root.resolve("kit"));
        try (var files = Files.list(Command.DEMO)) {
            for (Path file : files.toList()) {
                Files.copy(file, kit.resolve(file.getFileName().toString()));
            }
        }
        Path source = Files.writeString(root.resolve("hibernate.s"), """
                .text
                .globl printf, malloc, km_alloc
                .type printf, @function
                printf: .space 32
                .size printf, 32
                malloc: .space 32
                km_alloc: .space 32
                """);
        Command.witness("clang", "--target=x86_64-linux-gnu", "-c", "-o", kit.resolve("hibernate.o"), source);
        Path makefile = kit.resolve("Makefile");
        String text = Files.readString(makefile);
        Files.writeString(makefile, text.replaceFirst("(?m)^OBJS=", "OBJS=hibernate.o "));
        Path first = root.resolve("first");
        Path other = root.resolve("other");
        Path again = root.resolve("again");
        for (Path kernel : List.of(first, other)) {
            Command.run("relink", kit, "-o", kernel, "--json").json(0);
        }
        Command.run("replay", root.resolve("first.ledger.json"), "-o", again, "--json")
                .json(0);
        JsonObject same =
                Command.run("machine", "hibernate", first, again, "--json").json(0);
        assertTrue(same.get("resumes").getAsBoolean());
        assertEquals(text(same, "signatureA"), text(same, "signatureB"));
        JsonObject differ =
                Command.run("machine", "hibernate", first, other, "--json").json(1);
        assertEquals(text(same, "signatureA"), text(differ, "signatureA"));
        assertNotEquals(text(differ, "signatureA"), text(differ, "signatureB"));
    }
}
