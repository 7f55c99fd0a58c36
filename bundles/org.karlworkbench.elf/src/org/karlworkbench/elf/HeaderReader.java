package org.karlworkbench.elf;

import java.nio.ByteOrder;

/**
 * Reads and checks the ELF header, and resolves extended numbering: counts that do not fit into 16 bits stand in
 * section header 0 (gABI, "ELF Header", e_shnum, e_shstrndx and e_phnum).
 */
final class HeaderReader {
    private static final String TABLE = "ELF header";
    private static final String NO_ELF = "name an ELF file";

    private final Input input;
    private final boolean is64;
    private final boolean big;
    private final Fields fields;
    private final long segmentOffset;
    private final long sectionOffset;
    private long segmentCount;
    private long sectionCount;
    private long nameSection;

    private HeaderReader(Input input) throws EngineException {
        this.input = input;
        byte[] ident = ident();
        this.is64 = ident[4] == Elf.ELFCLASS64;
        this.big = ident[5] == Elf.ELFDATA2MSB;
        input.check(TABLE, -1, 0, 0, 0, headerSize(is64));
        this.fields = new Fields(input.read(TABLE, 0, headerSize(is64)), big, is64);
        this.segmentOffset = fields.word(is64 ? 32 : 28);
        this.sectionOffset = fields.word(is64 ? 40 : 32);
        this.segmentCount = half(56, 44);
        this.sectionCount = half(60, 48);
        this.nameSection = half(62, 50);
    }

    static ElfHeader read(Input input) throws EngineException {
        HeaderReader reader = new HeaderReader(input);
        reader.checkVersion();
        reader.readSectionZero();
        reader.checkSectionTable();
        reader.checkSegmentTable();
        return reader.header();
    }

    static int headerSize(boolean is64) {
        return is64 ? 64 : 52;
    }

    static int sectionHeaderSize(boolean is64) {
        return is64 ? 64 : 40;
    }

    static int programHeaderSize(boolean is64) {
        return is64 ? 56 : 32;
    }

    private byte[] ident() throws EngineException {
        if (input.size() < Elf.EI_NIDENT) {
            String problem =
                    input.size() == 0 ? "the file is empty" : "is no ELF file: it has " + input.size() + " bytes";
            throw new ElfException(input.name(), TABLE, -1, 0, problem, NO_ELF);
        }
        byte[] ident = input.copy(TABLE, 0, Elf.EI_NIDENT);
        if (ident[0] != 0x7f || ident[1] != 'E' || ident[2] != 'L' || ident[3] != 'F') {
            throw new ElfException(
                    input.name(), TABLE, -1, 0, "is no ELF file: it does not begin with 7f 45 4c 46", NO_ELF);
        }
        checkIdent(ident, 4, "class", Elf.ELFCLASS64);
        checkIdent(ident, 5, "byte order", Elf.ELFDATA2MSB);
        checkIdent(ident, 6, "version", Elf.EV_CURRENT);
        return ident;
    }

    private void checkIdent(byte[] ident, int at, String what, int most) throws ElfException {
        if (ident[at] < 1 || ident[at] > most) {
            throw input.bad(TABLE, -1, at, "unknown " + what + " " + (ident[at] & 0xff));
        }
    }

    private void checkVersion() throws ElfException {
        if (fields.i32(20) != Elf.EV_CURRENT) {
            throw input.bad(TABLE, -1, 20, "unknown version " + fields.u32(20));
        }
    }

    private int half(int at64, int at32) {
        return fields.u16(is64 ? at64 : at32);
    }

    private void readSectionZero() throws EngineException {
        boolean extended = sectionCount == 0 || nameSection == Elf.SHN_XINDEX || segmentCount == Elf.PN_XNUM;
        if (sectionOffset == 0 || !extended) {
            return;
        }
        int size = sectionHeaderSize(is64);
        checkEntrySize("e_shentsize", is64 ? 58 : 46, size);
        input.check(TABLE, -1, is64 ? 40 : 32, is64 ? 40 : 32, sectionOffset, size);
        Fields zero = new Fields(input.read("section header", sectionOffset, size), big, is64);
        if (sectionCount == 0) {
            sectionCount = zero.word(is64 ? 32 : 20);
            if (sectionCount == 0) {
                throw input.bad(TABLE, -1, is64 ? 60 : 48, "e_shnum is 0, and so is the count in section header 0");
            }
        }
        if (nameSection == Elf.SHN_XINDEX) {
            nameSection = zero.u32(is64 ? 40 : 24);
        }
        if (segmentCount == Elf.PN_XNUM) {
            segmentCount = zero.u32(is64 ? 44 : 28);
        }
    }

    private void checkSectionTable() throws ElfException {
        int countAt = is64 ? 60 : 48;
        if (sectionOffset == 0) {
            // e_shstrndx means nothing without a table
            if (sectionCount != 0) {
                throw input.bad(TABLE, -1, countAt, "e_shnum is " + sectionCount + " but e_shoff is 0");
            }
            nameSection = 0;
            return;
        }
        checkEntrySize("e_shentsize", is64 ? 58 : 46, sectionHeaderSize(is64));
        checkTable("section headers", is64 ? 40 : 32, sectionOffset, sectionCount, sectionHeaderSize(is64));
        if (nameSection >= sectionCount) {
            String problem = "e_shstrndx " + nameSection + " is not below the number of sections, " + sectionCount;
            throw input.bad(TABLE, -1, is64 ? 62 : 50, problem);
        }
    }

    private void checkSegmentTable() throws ElfException {
        if (segmentCount == 0) {
            return;
        }
        if (segmentOffset == 0) {
            throw input.bad(TABLE, -1, is64 ? 56 : 44, "e_phnum is " + segmentCount + " but e_phoff is 0");
        }
        checkEntrySize("e_phentsize", is64 ? 54 : 42, programHeaderSize(is64));
        checkTable("program headers", is64 ? 32 : 28, segmentOffset, segmentCount, programHeaderSize(is64));
    }

    private void checkEntrySize(String field, int at, int wanted) throws ElfException {
        int found = fields.u16(at);
        if (found != wanted) {
            throw input.bad(TABLE, -1, at, field + " is " + found + " instead of " + wanted);
        }
    }

    /** Checks that a table lies within the file and can be read at once. */
    private void checkTable(String what, int at, long offset, long count, int entry) throws ElfException {
        long room = Long.compareUnsigned(offset, input.size()) > 0 ? 0 : input.size() - offset;
        if (Long.compareUnsigned(count, room / entry) > 0) {
            String problem = Long.toUnsignedString(count) + " " + what + " from offset 0x" + Long.toHexString(offset)
                    + " on lie beyond the end of the file (" + input.size() + " bytes)";
            throw input.bad(TABLE, -1, at, problem);
        }
        if (count > (Integer.MAX_VALUE - 16) / entry) {
            throw input.bad(TABLE, -1, at, count + " " + what + " are more than can be read");
        }
    }

    private ElfHeader header() {
        return new ElfHeader(
                is64,
                big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                fields.u8(7),
                fields.u8(8),
                fields.u16(16),
                fields.u16(18),
                fields.i32(is64 ? 48 : 36),
                fields.word(24),
                segmentOffset,
                (int) segmentCount,
                sectionOffset,
                (int) sectionCount,
                (int) nameSection);
    }
}
