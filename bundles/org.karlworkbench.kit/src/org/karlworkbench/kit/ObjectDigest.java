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
    /** What is told of a section, without its name: five words of four bytes, four of eight. */
    private static final int ROW = 5 * Integer.BYTES + 4 * Long.BYTES;

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
                sha.update(file.view(i));
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
        ByteBuffer row = ByteBuffer.allocate(ROW + name.length);
        row.putInt(i).putInt(sections.type(i)).putInt(name.length);
        row.putInt(sections.link(i)).putInt(sections.info(i)).put(name);
        row.putLong(sections.flags(i)).putLong(sections.size(i));
        row.putLong(sections.align(i)).putLong(sections.entrySize(i));
        sha.update(row.array());
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
