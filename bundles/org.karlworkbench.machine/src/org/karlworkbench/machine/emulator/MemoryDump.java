package org.karlworkbench.machine.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;

/**
 * The machine's physical memory as an ELF core file, as QEMU's {@code dump-guest-memory} writes it. It shows where
 * everything of the kernel lies: for its owner only.
 */
final class MemoryDump {
    private MemoryDump() {}

    /**
     * Writes it; an older file is replaced when the new one is whole.
     *
     * @param emulator whose memory; it stands still afterwards
     * @param target the file
     * @throws EngineException if it cannot be written, or if the emulator cannot do it for this machine
     */
    static void write(Emulator emulator, Path target) throws EngineException {
        Path part = null;
        try {
            part = Files.createTempFile(
                    target.toAbsolutePath().getParent(), ".karl-dump", ".part", PrivateFiles.FILE_MODE);
            JsonObject arguments = new JsonObject();
            arguments.addProperty("paging", false);
            arguments.addProperty("protocol", "file:" + part);
            emulator.qmp().execute("stop", null);
            emulator.qmp().execute("dump-guest-memory", arguments);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            part = null;
        } catch (Qmp.RefusedException e) {
            String machine = emulator.kernel().architecture().name();
            throw new EngineException(
                    "emulator-failed",
                    target.toString(),
                    null,
                    "QEMU cannot dump the memory of " + machine + ": " + e.getMessage(),
                    "run without --dump",
                    e);
        } catch (IOException e) {
            throw EngineException.io(target, e);
        } finally {
            if (part != null) {
                part.toFile().delete(); // the failure that brought us here is the one to tell
            }
        }
    }
}
