package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.kit.source.TempFolder;

/** What a killed process left in the folder for temporary files is taken away by the next, and nothing else is. */
class LeftOversTest {
    @TempDir
    private Path temp;

    /** A process of its own: makes a folder with a file in it, says where, and waits. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            TempFolder folder = TempFolder.create();
            Files.writeString(folder.path().resolve("object.o"), "left");
            System.out.println(folder.path());
            System.in.read();
            folder.close();
        }
    }

    private record Running(Process process, Path folder) {
        void end() throws Exception {
            process.getOutputStream().close();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
    }

    private Running start() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temp));
        command.addAll(List.of("-cp", classPath(), Child.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader();
        return new Running(process, Path.of(said.readLine()));
    }

    /** Where the classes of this test and of the engine come from, in Equinox and on a plain class path alike. */
    private static String classPath() {
        List<String> places = new ArrayList<>();
        for (Class<?> each : List.of(Child.class, TempFolder.class, org.karlworkbench.elf.EngineException.class)) {
            String url =
                    each.getProtectionDomain().getCodeSource().getLocation().getPath();
            places.add(url);
            places.add(url + "target/classes");
        }
        return String.join(java.io.File.pathSeparator, places);
    }

    /** The path of a socket has 107 bytes (sun_path of unix(7)). */
    @Test
    void socketsHaveRoomWhereTheUsualPathIsLong() throws Exception {
        String usual = System.getProperty("java.io.tmpdir");
        System.setProperty(
                "java.io.tmpdir",
                Files.createDirectory(temp.resolve("long".repeat(25))).toString());
        try (TempFolder folder = TempFolder.forSockets()) {
            assertTrue(folder.path().resolve("socket").toString().length() <= 107, folder.path()::toString);
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
    }

    @Test
    void aKilledProcessLeavesNothingForLong() throws Exception {
        Running killed = start();
        killed.process().destroyForcibly().waitFor();
        assertTrue(Files.exists(killed.folder().resolve("object.o")), "nobody cleaned up yet");
        Running alive = start();
        assertFalse(Files.exists(killed.folder()), "the next process did");
        Running another = start();
        assertTrue(Files.exists(alive.folder().resolve("object.o")), "what is in use stays");
        alive.end();
        another.end();
        assertFalse(Files.exists(alive.folder()));
        assertFalse(Files.exists(another.folder()));
    }

    @Test
    void whatIsNotOursStays() throws Exception {
        Running killed = start();
        killed.process().destroyForcibly().waitFor();
        String name = killed.folder().getFileName().toString();
        List<Path> others = new ArrayList<>();
        others.add(Files.createDirectory(temp.resolve("karl-kit-123")));
        others.add(Files.createDirectory(temp.resolve("karl-backup")));
        others.add(Files.createDirectory(temp.resolve("my-" + name)));
        others.add(Files.writeString(temp.resolve(name + "file"), "a file"));
        others.add(Files.createSymbolicLink(temp.resolve(name + "link"), others.getFirst()));
        others.add(Files.createDirectory(temp.resolve(elsewhere(name))));
        Running next = start();
        assertFalse(Files.exists(killed.folder()));
        for (Path other : others) {
            assertTrue(Files.exists(other), other::toString);
        }
        next.end();
    }

    /** Beside a kernel, too, where such folders are hidden; one kind leaves the other alone. */
    @Test
    void hiddenOnesGoWhenTheNextHiddenOneIsMade() throws Exception {
        Running killed = start();
        killed.process().destroyForcibly().waitFor();
        String name = killed.folder().getFileName().toString();
        Path hidden = Files.createDirectory(temp.resolve("." + name));
        Path made = TempFolder.fresh(temp, ".");
        assertTrue(made.getFileName().toString().startsWith(".karl-"), made::toString);
        assertFalse(Files.exists(hidden));
        assertTrue(Files.exists(killed.folder()));
        assertTrue(Files.exists(made));
    }

    /** The name of a folder of a process that is counted elsewhere: nobody here knows whether that has ended. */
    private static String elsewhere(String name) {
        String[] parts = name.split("-");
        assertEquals(5, parts.length, name);
        parts[3] = parts[3].equals("zz") ? "yy" : "zz";
        return String.join("-", parts);
    }
}
