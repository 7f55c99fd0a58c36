package org.karlworkbench.machine.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a guest at its own virtual addresses, as its processor would see it now. */
final class GuestMemory {
    private static final String FILE = "memory";
    private static final String NOT_MAPPED = "Invalid addr";

    private final Emulator emulator;

    GuestMemory(Emulator emulator) {
        this.emulator = emulator;
    }

    /**
     * Reads a piece within one page.
     *
     * @param address unsigned
     * @param size bytes, above 0
     * @return the bytes, or null if nothing is mapped there
     * @throws IOException if the emulator cannot say
     */
    byte[] read(long address, int size) throws IOException {
        JsonObject arguments = new JsonObject();
        // addresses of the upper half are negative numbers to QEMU, or it takes them for none
        arguments.addProperty("val", address);
        arguments.addProperty("size", size);
        arguments.addProperty("filename", FILE);
        Path file = emulator.folder().resolve(FILE);
        try {
            emulator.qmp().execute("memsave", arguments);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != size) {
                throw new IOException("the emulator wrote " + bytes.length + " bytes of memory, not " + size);
            }
            return bytes;
        } catch (Qmp.RefusedException e) {
            if (e.getMessage().startsWith(NOT_MAPPED)) {
                return null;
            }
            throw e;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
