package org.karlworkbench.layout;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;

/**
 * What a position-independent kernel does to itself at boot: it fills in the addresses that its own relocations tell,
 * where the file has zeros.
 */
final class SelfRelocation {
    private SelfRelocation() {}

    /** The bytes of a section as they are where the kernel was linked to run. */
    static byte[] applied(ElfFile kernel, int section) throws EngineException {
        byte[] bytes = kernel.content(section);
        Sections sections = kernel.sections();
        int type = type(kernel.header().machine());
        for (int i = 1; i < sections.count() && type != 0; i++) {
            if (sections.type(i) == Elf.SHT_RELA && sections.isAllocated(i) && sections.size(i) > 0) {
                bytes = applied(kernel, i, type, bytes, sections.address(section));
            }
        }
        return bytes;
    }

    private static byte[] applied(ElfFile kernel, int table, int type, byte[] bytes, long address)
            throws EngineException {
        Relocations relocations;
        try {
            relocations = kernel.relocations(table);
        } catch (ElfException e) {
            return bytes; // a damaged table tells nothing
        }
        int word = kernel.header().is64() ? Long.BYTES : Integer.BYTES;
        byte[] applied = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(applied).order(kernel.header().order());
        for (int row = 0; row < relocations.count(); row++) {
            long at = relocations.offset(row) - address;
            if (relocations.type(row) == type && at >= 0 && at <= applied.length - word) {
                put(buffer, (int) at, word, relocations.addend(row));
            }
        }
        return applied;
    }

    private static void put(ByteBuffer buffer, int at, int word, long value) {
        if (word == Long.BYTES) {
            buffer.putLong(at, value);
        } else {
            buffer.putInt(at, (int) value);
        }
    }

    /** The type of relocation that adds where the kernel runs to the addend (R_RELATIVE); 0 where none is known. */
    private static int type(int machine) {
        return switch (machine) {
            case Elf.EM_X86_64 -> 8;
            case Elf.EM_AARCH64 -> 1027;
            case Elf.EM_RISCV -> 3;
            case Elf.EM_PPC, Elf.EM_PPC64, Elf.EM_SPARCV9 -> 22;
            case Elf.EM_ALPHA -> 27;
            default -> 0;
        };
    }
}
