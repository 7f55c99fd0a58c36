package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.machine.Behaviour;
import org.karlworkbench.machine.EngineKernelMaker;
import org.karlworkbench.machine.KernelMaker;
import org.karlworkbench.machine.Machine;
import org.karlworkbench.machine.MachineStatus;
import org.karlworkbench.machine.Outcome;

/** What is no machine, half of one, hostile or broken: one clear line, and nothing lost. */
class BadInputTest extends FailingMachine {
    @Test
    void noMachine() throws Exception {
        for (Behaviour each : List.of(
                new Behaviour.Boot(),
                new Behaviour.Reengage(),
                Demo.upgrade(Demo.OLD),
                Demo.makeInstall(Demo.OLD),
                new Behaviour.CopyKernel(Demo.kit(Demo.OLD).resolve("main.o")))) {
            fails("no-machine", each);
        }
        assertEquals(0, Files.list(root).count(), "nothing is made in a folder that is no machine");
        assertEquals(
                "no-machine",
                assertThrows(EngineException.class, machine::status).code());
        Machine missing = Demo.machine(folder.resolve("missing"));
        assertEquals(
                "no-machine",
                assertThrows(EngineException.class, missing::status).code());
    }

    @Test
    void aMachineIsNotInstalledTwice() throws Exception {
        install();
        fails("machine-exists", Demo.install(Demo.NEW));
    }

    @Test
    void halfAMachineWithoutAKit() throws Exception {
        install();
        Scenes.remove(root.resolve("usr"));
        String kernel = Demo.sha256(root.resolve("bsd"));
        Outcome boot = Demo.run(machine, new Behaviour.Boot());
        assertEquals("there is no kit to relink from", boot.status().reason());
        assertFalse(boot.status().engaged() || boot.relinked());
        assertEquals(kernel, Demo.sha256(root.resolve("bsd")));
    }

    @Test
    void halfAMachineWithoutAKernel() throws Exception {
        install();
        Files.delete(root.resolve("bsd"));
        assertEquals("there is no /bsd", machine.status().reason());
        fails("no-machine", new Behaviour.Boot());
        assertTrue(Demo.run(machine, Demo.install(Demo.OLD)).relinked());
    }

    @Test
    void halfAMachineWithACutKernel() throws Exception {
        install();
        byte[] kernel = Files.readAllBytes(root.resolve("bsd"));
        Files.write(root.resolve("bsd"), Arrays.copyOf(kernel, kernel.length / 3));
        EngineException problem = fails("bad-kernel", new Behaviour.Boot());
        assertTrue(problem.cure().contains("/obsd"), problem.line());
        assertTrue(Demo.run(machine, Demo.upgrade(Demo.OLD)).relinked(), "an upgrade mends it");
    }

    @Test
    void halfAKit() throws Exception {
        install();
        Files.delete(root.resolve("usr/share/relink/kernel/" + Demo.OLD + "/main.o"));
        fails("kit-errors", new Behaviour.Boot());
        assertTrue(machine.status().engaged());
        assertEquals("failed", machine.timeline().getLast().kind());
        assertTrue(machine.log().getLast().startsWith("failed -- "));
    }

    @Test
    void aForeignArchitecture() throws Exception {
        install();
        fails("foreign-architecture", Demo.upgrade("cross-arm64"));
        fails("foreign-architecture", Demo.makeInstall("cross-arm64"));
        fails("foreign-architecture", Demo.upgrade(Demo.OLD, "cross-arm64"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Behaviour.Base set = new Behaviour.Base(List.of(Demo.kit("cross-arm64")), null, root.resolve("bsd"));
        machine = Demo.machine(other);
        fails("foreign-architecture", new Behaviour.Install(set));
    }

    @Test
    void whatIsNoKernelIsNotCopied() throws Exception {
        install();
        Path noise = folder.resolve("noise");
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        Files.write(noise, bytes);
        fails("bad-elf", new Behaviour.CopyKernel(noise));
        fails("bad-kernel", new Behaviour.CopyKernel(Demo.kit(Demo.OLD).resolve("main.o")));
        fails("io", new Behaviour.CopyKernel(folder.resolve("missing")));
        assertTrue(machine.status().engaged());
    }

    @Test
    void kitsOfOneName() throws Exception {
        fails("duplicate-kit", Demo.install(Demo.OLD, Demo.OLD));
        Behaviour.Base set = new Behaviour.Base(List.of(Demo.kit(Demo.OLD)), "GENERIC", null);
        fails("unknown-kit", new Behaviour.Install(set));
    }

    @Test
    void aLinkerThatFails() throws Exception {
        install();
        Path bin = Files.writeString(folder.resolve("ld"), "#!/bin/sh\necho broken >&2\nexit 1\n");
        assertTrue(bin.toFile().setExecutable(true));
        KernelMaker broken = (_, _, _, _) -> {
            throw new EngineException("linker-failed", bin.toString(), null, "broken", "mend it");
        };
        machine = Demo.machine(root, new QuietDisk(), broken);
        fails("linker-failed", new Behaviour.Boot());
        fails("linker-failed", Demo.upgrade(Demo.NEW));
        assertTrue(machine.status().engaged());
        machine = Demo.machine(root);
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void aLinkerThatFailsAfterTheShippedKernel() throws Exception {
        KernelMaker half = (kit, kind, work, progress) -> {
            if (kind == KernelMaker.Kind.UNIQUE) {
                throw new EngineException("linker-failed", null, null, "broken", null);
            }
            return new EngineKernelMaker(KitFactory.eINSTANCE.createRecipe()).make(kit, kind, work, progress);
        };
        machine = Demo.machine(root, new QuietDisk(), half);
        assertThrows(EngineException.class, () -> Demo.run(machine, Demo.install(Demo.OLD)));
        MachineStatus status = machine.status();
        assertTrue(status.engaged(), "the shipped kernel is there, and the next boot relinks it");
        assertTrue(Demo.run(Demo.machine(root), new Behaviour.Boot()).relinked());
    }

    @Test
    void twoRunsAtOnce() throws Exception {
        install();
        CountDownLatch linking = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        KernelMaker slow = (kit, kind, work, progress) -> {
            linking.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Demo.maker().make(kit, kind, work, progress);
        };
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Outcome> first =
                    threads.submit(() -> Demo.run(Demo.machine(root, new QuietDisk(), slow), new Behaviour.Boot()));
            linking.await();
            for (Behaviour each : List.of(new Behaviour.Boot(), new Behaviour.Reengage(), Demo.upgrade(Demo.NEW))) {
                EngineException problem = assertThrows(EngineException.class, () -> Demo.run(machine, each));
                assertEquals("busy", problem.code());
            }
            assertTrue(machine.status().engaged(), "looking is allowed");
            go.countDown();
            assertTrue(first.get().relinked());
        }
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }

    @Test
    void changesOfKernelsAreNotApplied() throws Exception {
        install();
        Files.createDirectory(root.resolve("etc"));
        Files.writeString(root.resolve("etc/bsd.re-config"), "disable usb\n");
        List<String> said = new ArrayList<>();
        assertTrue(machine.plan(new Behaviour.Boot())
                .run(new Listener(said, () -> false))
                .relinked());
        assertTrue(said.toString().contains("/etc/bsd.re-config is not applied"), said.toString());
    }

    /** Keeps what is said, and cancels when it is told to. */
    private record Listener(List<String> said, BooleanSupplier cancel) implements Progress {
        @Override
        public void begin(String phase, int steps) {}

        @Override
        public void worked(int steps) {}

        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public boolean cancelled() {
            return cancel.getAsBoolean();
        }
    }

    @Test
    void cancelledAtAnyMoment() throws Exception {
        install();
        int cancelled = 0;
        for (int calls = 1; cancelled >= 0; calls *= 2) {
            AtomicInteger left = new AtomicInteger(calls);
            Progress progress = new Listener(new ArrayList<>(), () -> left.decrementAndGet() <= 0);
            try {
                assertTrue(machine.plan(Demo.upgrade(Demo.NEW, Demo.OLD))
                        .run(progress)
                        .relinked());
                assertTrue(cancelled > 4, "cancelled only " + cancelled + " times");
                cancelled = -1;
            } catch (CancellationException e) {
                cancelled++;
                assertTrue(machine.status().engaged(), machine.status().reason());
                assertEquals(List.of(), Demo.leftOvers(root));
            }
        }
        assertTrue(Demo.run(machine, new Behaviour.Boot()).relinked());
    }
}
