package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a demo kernel in QEMU, waits until it has come to its end, and dumps its memory. */
final class Guest {
    private static final long MOST_MILLIS = 60_000;

    private Guest() {}

    /** The dumps of one run: physical addresses, virtual addresses, and no headers at all. */
    record Dumps(Path physical, Path virtual, Path raw) {
        List<Path> all() {
            return List.of(physical, virtual, raw);
        }
    }

    static Dumps dump(Path kernel, Path folder) throws Exception {
        Path serial = folder.resolve("serial");
        Dumps dumps = new Dumps(folder.resolve("physical"), folder.resolve("virtual"), folder.resolve("raw"));
        // without the device by which it would end the machine, the kernel halts at its end
        Process qemu = new ProcessBuilder(List.of(
                        "qemu-system-x86_64",
                        "-accel",
                        "tcg",
                        "-M",
                        "microvm",
                        "-m",
                        "64",
                        "-display",
                        "none",
                        "-nodefaults",
                        "-no-reboot",
                        "-serial",
                        "file:" + serial,
                        "-monitor",
                        "stdio",
                        "-kernel",
                        kernel.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("monitor").toFile())
                .start();
        try (OutputStream monitor = qemu.getOutputStream()) {
            await(serial);
            String words = "stop\ndump-guest-memory " + dumps.physical() + "\ndump-guest-memory -p " + dumps.virtual()
                    + "\npmemsave 0 0x4000000 \"" + dumps.raw() + "\"\nquit\n";
            monitor.write(words.getBytes(StandardCharsets.US_ASCII));
            monitor.flush();
            assertTrue(qemu.waitFor(MOST_MILLIS, TimeUnit.MILLISECONDS), "QEMU does not end");
        } finally {
            qemu.destroyForcibly().waitFor();
        }
        for (Path each : dumps.all()) {
            assertTrue(Files.size(each) > 0, Files.readString(folder.resolve("monitor")));
        }
        return dumps;
    }

    private static void await(Path serial) throws Exception {
        long end = System.currentTimeMillis() + MOST_MILLIS;
        while (!Files.exists(serial)
                || !Files.readString(serial, StandardCharsets.ISO_8859_1).contains("demo: ok")) {
            assertTrue(System.currentTimeMillis() < end, "the kernel does not come to its end");
            Thread.sleep(20);
        }
    }
}
