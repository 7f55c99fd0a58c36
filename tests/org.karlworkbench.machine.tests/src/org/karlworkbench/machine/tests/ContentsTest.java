package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Event;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineContents;

/** What a machine shows of itself, and its kernels outside of it. */
class ContentsTest {
    @TempDir
    private Path folder;

    private Path root;
    private Machine machine;

    @BeforeEach
    void make() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        machine = Demo.machine(root, new QuietDisk(), Demo.maker());
    }

    private List<Event> booted() throws Exception {
        return machine.timeline().stream()
                .filter(event -> event.kind().equals("booted"))
                .toList();
    }

    @Test
    void anEmptyRootIsNoFault() throws Exception {
        MachineContents contents = machine.contents();
        assertTrue(contents.isEmpty());
        assertFalse(contents.interrupted());
        try (Stream<Path> files = Files.list(root)) {
            assertEquals(0, files.count(), "nothing is touched");
        }
    }

    @Test
    void kernelsKitsAndRoomAreTold() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        Demo.run(machine, new Behaviour.Boot());
        MachineContents contents = machine.contents();
        assertEquals(
                List.of("/bsd", "/bsd.booted"),
                contents.kernels().stream().map(MachineContents.Placed::name).toList());
        for (MachineContents.Placed kernel : contents.kernels()) {
            Path file = root.resolve(kernel.name().substring(1));
            assertEquals(Files.size(file), kernel.bytes());
            assertEquals(Demo.sha256(file), kernel.sha256());
        }
        assertEquals(
                "/usr/share/relink/kernel/" + Demo.OLD,
                contents.kits().getFirst().name());
        assertTrue(contents.freeBytes() > 0);
    }

    /** Each boot's own part of the log, by the kernel that it says it made. */
    @Test
    void anEventHasTheLogOfItsRun() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        for (int i = 0; i < 3; i++) {
            Demo.run(machine, new Behaviour.Boot());
        }
        List<Event> relinked = machine.timeline().stream()
                .filter(event ->
                        event.kind().equals("relinked") && event.behaviour().equals("boot"))
                .toList();
        assertEquals(3, relinked.size());
        for (Event event : relinked) {
            List<String> log = machine.log(event);
            assertEquals("SHA256 (/bsd) = " + event.kernel(), log.getLast());
            assertEquals(2, log.size(), log.toString());
        }
        assertEquals(machine.log(relinked.getFirst()), machine.log(booted().getFirst()), "of one run");
    }

    /** A copy of /bsd, and one of a kernel that is there no more: their layouts know where the objects lie. */
    @Test
    void kernelsComeOutWithTheirEntries() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        for (int i = 0; i < 3; i++) {
            Demo.run(machine, new Behaviour.Boot());
        }
        Path copies = folder.resolve("copies");
        String old = booted().getFirst().kernel();
        assertNotEquals(machine.status().bootedSha256(), old);
        for (String sha256 : List.of(machine.status().kernelSha256(), old)) {
            Path copy = machine.copyOut(sha256, copies, Progress.NONE);
            assertEquals(sha256, Demo.sha256(copy));
            Layout layout = Layout.read(copy, null, null, Progress.NONE);
            assertTrue(layout.isComplete(), "by the ledger entry beside it");
            assertEquals(copy, machine.copyOut(sha256, copies, Progress.NONE), "it is there already");
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copies)));
        assertEquals(List.of(), Demo.leftOvers(root));
    }

    @Test
    void aKernelThatNobodyKnowsIsRefused() throws Exception {
        Demo.run(machine, Demo.install(Demo.OLD));
        for (String sha256 : List.of("0".repeat(64), "../../etc/passwd")) {
            EngineException refused = assertThrows(
                    EngineException.class, () -> machine.copyOut(sha256, folder.resolve("copies"), Progress.NONE));
            assertEquals("no-draw", refused.code());
        }
    }
}
