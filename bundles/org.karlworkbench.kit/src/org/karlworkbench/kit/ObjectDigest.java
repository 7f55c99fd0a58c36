package org.karlworkbench.kit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/**
 * The digest of what a relink takes from an object: what the header says of the ABI, the allocated sections, their
 * relocations, the symbols. Debug sections, the larger part of shipped kits, are left out: they do not reach the kernel.
 */
final class ObjectDigest {
    private ObjectDigest() {}

    static byte[] of(MessageDigest sha, ElfFile file, byte[][] contents) throws EngineException {
        sha.reset();
        ElfHeader header = file.header();
        sha.update(ints(
                header.is64() ? 64 : 32,
                header.order() == ByteOrder.BIG_ENDIAN ? 1 : 0,
                header.osAbi(),
                header.machine(),
                header.flags()));
        Sections sections = file.sections();
        int names = symbolNames(sections);
        for (int i = 1; i < sections.count(); i++) {
            if (contents[i] != null) {
                describe(sha, sections, i);
                sha.update(contents[i]);
            } else if (i == names || isTable(sections, contents, i)) {
                describe(sha, sections, i);
                sha.update(file.content(i));
            }
        }
        return sha.digest();
    }

    private static int symbolNames(Sections sections) {
        for (int i = 1; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_SYMTAB) {
                return sections.link(i);
            }
        }
        return 0;
    }

    /** Symbols, section groups, and relocations of allocated sections. */
    private static boolean isTable(Sections sections, byte[][] contents, int i) {
        return switch (sections.type(i)) {
            case Elf.SHT_SYMTAB, Elf.SHT_SYMTAB_SHNDX, Elf.SHT_GROUP -> true;
            case Elf.SHT_REL, Elf.SHT_RELA -> isLoaded(contents, sections.info(i));
            default -> false;
        };
    }

    private static boolean isLoaded(byte[][] contents, int section) {
        return section > 0 && section < contents.length && contents[section] != null;
    }

    private static void describe(MessageDigest sha, Sections sections, int i) {
        byte[] name = sections.name(i).getBytes(StandardCharsets.UTF_8);
        sha.update(ints(i, sections.type(i), name.length, sections.link(i), sections.info(i)));
        sha.update(name);
        sha.update(longs(sections.flags(i), sections.size(i), sections.align(i), sections.entrySize(i)));
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }
}
