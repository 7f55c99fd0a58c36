package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Behaviour;

/** Links that lead out of a root, and archives with tricks. */
class HostileRootTest extends FailingMachine {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "var",
                "var/db",
                "usr/share/relink",
                "usr/share/relink/kernel",
                "var/db/karl",
                "var/db/karl/ledger"
            })
    void linksToFoldersOutside(String name) throws Exception {
        install();
        Path inside = root.resolve(name);
        Path outside = folder.resolve("outside");
        Files.move(inside, outside);
        Files.createSymbolicLink(inside, outside);
        fails("refused-link", new Behaviour.Boot());
        fails("refused-link", Demo.upgrade(Demo.NEW));
        assertEquals(
                "refused-link",
                assertThrows(EngineException.class, machine::status).code());
        Files.delete(inside);
        Files.createSymbolicLink(inside, Path.of("/nowhere"));
        fails("refused-link", new Behaviour.Boot());
    }

    @Test
    void linksToFoldersInsideAreFollowed() throws Exception {
        Files.createDirectories(root.resolve("home/relink"));
        Files.createDirectories(root.resolve("usr/share"));
        Files.createSymbolicLink(root.resolve("usr/share/relink"), Path.of("../../home/relink"));
        install();
        assertTrue(Files.exists(root.resolve("home/relink/kernel/" + Demo.OLD + "/Makefile")));
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bsd", "obsd", "bsd.booted", "var/db/kernel.SHA256", "var/db/karl/lock", "var/db/karl/state.json"
            })
    void linksInPlaceOfFiles(String name) throws Exception {
        install();
        Demo.run(machine, Demo.makeInstall(Demo.OLD));
        Path outside = folder.resolve("outside");
        Files.writeString(outside, "not ours");
        Files.deleteIfExists(root.resolve(name));
        Files.createSymbolicLink(root.resolve(name), outside);
        fails("refused-link", new Behaviour.Boot());
        assertEquals("not ours", Files.readString(outside));
    }

    @Test
    void linksInAKit() throws Exception {
        install();
        Path tree = root.resolve("usr/share/relink/kernel/" + Demo.OLD);
        Files.delete(tree.resolve("main.o"));
        Files.createSymbolicLink(tree.resolve("main.o"), Demo.kit(Demo.OLD).resolve("main.o"));
        fails("refused-link", new Behaviour.Boot());
        Path aside = folder.resolve("aside");
        Files.move(tree, aside);
        Files.createSymbolicLink(tree, aside);
        fails("refused-link", new Behaviour.Boot());
    }

    private static void tar(Path archive, Path from, String name) throws Exception {
        Process tar = new ProcessBuilder("tar", "-C", from.toString(), "-czf", archive.toString(), name).start();
        assertEquals(0, tar.waitFor());
    }

    @Test
    void anArchiveWithTricks() throws Exception {
        Path trick = Files.createDirectories(folder.resolve("kits/" + Demo.OLD));
        Scenes.copy(Demo.kit(Demo.OLD), trick);
        Files.createSymbolicLink(trick.resolve("evil.o"), Path.of("/etc/passwd"));
        Path archive = folder.resolve("tricks.tgz");
        tar(archive, trick.getParent(), Demo.OLD);
        fails("refused-archive", new Behaviour.Install(new Behaviour.Base(List.of(archive), null, null)));
        install();
        Files.copy(archive, root.resolve("usr/share/relink/kernel.tgz"));
        fails("refused-archive", new Behaviour.Boot());
        tar(root.resolve("usr/share/relink/kernel.tgz"), Demo.kit("."), Demo.OLD);
        byte[] whole = Files.readAllBytes(root.resolve("usr/share/relink/kernel.tgz"));
        Files.write(root.resolve("usr/share/relink/kernel.tgz"), Arrays.copyOf(whole, whole.length / 2));
        fails("bad-archive", new Behaviour.Boot());
        assertTrue(machine.status().engaged());
    }

    @Test
    void anArchiveWithoutTheKitThatRuns() throws Exception {
        install();
        Path archive = root.resolve("usr/share/relink/kernel.tgz");
        tar(archive, Demo.kit("."), Demo.NEW);
        fails("no-kit", new Behaviour.Boot());
    }
}
