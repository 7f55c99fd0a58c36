package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.Outcome;

/** Runs in processes of their own: killed, at once, and watched by the system. */
class ProcessTest {
    private static final int KILLS = 5;
    private static final int LONGEST_MILLIS = 400;

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void make() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectories(Child.WORK);
    }

    private static Process start(List<String> command) throws Exception {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aKilledProcessLosesNothing() throws Exception {
        Machine machine = Demo.machine(root);
        Demo.run(machine, Demo.install(Demo.OLD));
        Random chance = new Random();
        for (int i = 0; i < KILLS * Demo.rounds(); i++) {
            Process child = start(Child.command("boots", root));
            try (BufferedReader words = child.inputReader()) {
                assertEquals("boot 0", words.readLine());
                assertNotNull(words.readLine());
                Thread.sleep(chance.nextInt(LONGEST_MILLIS));
                child.destroyForcibly().waitFor();
            }
            assertTrue(machine.status().engaged(), machine.status().reason());
            try (ElfFile kernel = ElfFile.open(root.resolve("bsd"))) {
                assertTrue(kernel.header().isExecutable());
            }
            Outcome boot = Demo.run(machine, new Behaviour.Boot());
            assertTrue(boot.relinked() && boot.status().engaged());
            assertEquals(List.of(), Demo.leftOvers(root));
        }
    }

    @Test
    void twoProcessesDoNotMeet() throws Exception {
        Machine machine = Demo.machine(root);
        Demo.run(machine, Demo.install(Demo.OLD));
        Process child = start(Child.command("slow", root));
        try (BufferedReader words = child.inputReader()) {
            assertEquals("linking", words.readLine());
            EngineException problem =
                    assertThrows(EngineException.class, () -> Demo.run(machine, new Behaviour.Boot()));
            assertEquals("busy", problem.code());
            child.getOutputStream().close();
            assertEquals(0, child.waitFor());
        }
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void aKilledRunLeavesNoEmulator() throws Exception {
        Demo.run(Demo.machine(root), Demo.install(Demo.OLD));
        Process child = start(Child.command("runs", root));
        try (BufferedReader words = child.inputReader()) {
            assertEquals("talks", words.readLine());
            List<ProcessHandle> started = child.descendants().toList();
            assertTrue(started.stream().anyMatch(ProcessHandle::isAlive), "there is an emulator");
            child.destroyForcibly().waitFor();
            for (ProcessHandle each : started) {
                each.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void nothingBypassesTheDisk() throws Exception {
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-s", "0", "-o", trace.toString()));
        command.addAll(List.of("-e", "trace=" + SystemCalls.WATCHED));
        command.addAll(Child.command("recorded", root));
        Process child = start(command);
        List<String> recorded = child.inputReader().lines().toList();
        assertEquals(0, child.waitFor());
        List<String> called = new SystemCalls(root).read(Files.readAllLines(trace));
        assertTrue(recorded.size() > 400, recorded.size() + " operations only");
        assertEquals(String.join("\n", recorded), String.join("\n", called));
    }
}
