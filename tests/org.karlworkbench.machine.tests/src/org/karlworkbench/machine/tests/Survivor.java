package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineStatus;
import org.karlworkbench.machine.Outcome;
import org.karlworkbench.machine.disk.Disk;

/** What has to hold of a machine after it was stopped at any moment: nothing is lost, and it goes on. */
record Survivor(Scenes scene, PooledMaker maker, Path root, String where) {
    /** Asks for the status, and boots twice. */
    void check() throws Exception {
        Machine machine = machine(new QuietDisk());
        if (!Files.exists(root.resolve("bsd"))) {
            goOnInstalling(machine);
        }
        for (int i = 0; i < 2; i++) {
            boot(machine);
        }
        assertEquals(List.of(), Demo.leftOvers(root), where);
    }

    private Machine machine(Disk disk) {
        return Demo.machine(root, disk, maker);
    }

    /** Without a kernel, the machine says so, and can be installed. */
    private void goOnInstalling(Machine machine) throws Exception {
        assertEquals(Scenes.INSTALL, scene, where + ": /bsd is lost");
        EngineException problem = assertThrows(EngineException.class, () -> Demo.run(machine, new Behaviour.Boot()));
        assertEquals("no-machine", problem.code(), where);
        Demo.run(machine, scene.behaviour(maker));
    }

    private void boot(Machine machine) throws Exception {
        MachineStatus before = machine.status();
        String kernel = Demo.sha256(root.resolve("bsd"));
        assertEquals(kernel, before.kernelSha256(), where);
        String kit = maker.kitOf(kernel);
        assertNotNull(kit, where + ": /bsd is no kernel that was linked");
        if (scene.staysEngaged()) {
            assertTrue(before.engaged(), where + ": " + before.reason());
        }
        assertEquals(before.engaged(), before.engaged() || isChecked(kernel), where);
        Outcome outcome = Demo.run(machine, new Behaviour.Boot());
        MachineStatus after = outcome.status();
        assertEquals(before.engaged(), after.engaged(), where);
        assertEquals(before.engaged(), outcome.relinked(), where);
        assertEquals(kernel, after.bootedSha256(), where);
        if (before.engaged()) {
            assertTrue(isChecked(after.kernelSha256()), where);
            assertEquals(kit, after.kit(), where + ": the kernel is relinked from another kit");
        } else {
            assertEquals(kernel, after.kernelSha256(), where);
            assertNotNull(after.reason(), where);
        }
        assertEquals(kit, maker.kitOf(after.kernelSha256()), where + ": kernel and kit are mixed");
        String old = after.obsdSha256();
        assertTrue(old == null || maker.kitOf(old) != null, where + ": /obsd is no kernel");
        assertNotEquals(0, machine.timeline().size(), where);
    }

    /** Whether the checksum file has this digest, as sha256 -C would find it. */
    private boolean isChecked(String sha256) throws Exception {
        Path checksum = root.resolve("var/db/kernel.SHA256");
        return Files.exists(checksum) && Files.readString(checksum).equals("SHA256 (/bsd) = " + sha256 + "\n");
    }
}
