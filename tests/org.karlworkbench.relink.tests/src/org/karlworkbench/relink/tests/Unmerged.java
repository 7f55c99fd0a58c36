package org.karlworkbench.relink.tests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.kit.LoadedKit;

/** Kits whose strings and constants nobody merges, since each linker merges them in its own way. */
final class Unmerged {
    private static final int MAGIC = 0x7f454c46;

    private Unmerged() {}

    /** Changes the objects of a kit that is the test's own, and reads it. */
    static LoadedKit kit(Path kit) throws Exception {
        try (Stream<Path> files = Files.list(kit)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 64 && ByteBuffer.wrap(bytes).getInt() == MAGIC) {
                    clear(ByteBuffer.wrap(bytes));
                    Files.write(file, bytes);
                }
            }
        }
        return Kits.load(kit);
    }

    /** Clears SHF_MERGE and SHF_STRINGS in an object's section table. */
    private static void clear(ByteBuffer object) {
        boolean wide = object.get(4) == Elf.ELFCLASS64;
        object.order(object.get(5) == Elf.ELFDATA2MSB ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int table = wide ? (int) object.getLong(40) : object.getInt(32);
        int count = object.getShort(wide ? 60 : 48);
        int kept = (int) ~(Elf.SHF_MERGE | Elf.SHF_STRINGS);
        for (int i = 0; i < count; i++) {
            int flags = table + i * (wide ? 64 : 40) + 8;
            int low = wide && object.order() == ByteOrder.BIG_ENDIAN ? flags + Integer.BYTES : flags;
            object.putInt(low, object.getInt(low) & kept);
        }
    }
}
