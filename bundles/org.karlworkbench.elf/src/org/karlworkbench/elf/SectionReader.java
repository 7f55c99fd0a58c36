package org.karlworkbench.elf;

import java.util.Arrays;

/** Reads the section table into columns and checks what every reader of a section relies on. */
final class SectionReader {
    private static final String TABLE = "section header";

    final int[] name;
    final int[] type;
    final long[] flags;
    final long[] address;
    final long[] offset;
    final long[] size;
    final int[] link;
    final int[] info;
    final long[] align;
    final long[] entrySize;

    private final Input input;
    private final ElfHeader header;
    private final boolean is64;

    private SectionReader(Input input, ElfHeader header) {
        this.input = input;
        this.header = header;
        this.is64 = header.is64();
        int count = header.sectionCount();
        this.name = new int[count];
        this.type = new int[count];
        this.flags = new long[count];
        this.address = new long[count];
        this.offset = new long[count];
        this.size = new long[count];
        this.link = new int[count];
        this.info = new int[count];
        this.align = new long[count];
        this.entrySize = new long[count];
    }

    static Sections read(Input input, ElfHeader header) throws EngineException {
        SectionReader reader = new SectionReader(input, header);
        reader.readTable();
        reader.checkAll();
        return new Sections(reader, reader.names());
    }

    /** Where a field of a header stands in the file; {@code at} within the header of either class. */
    static long at(ElfHeader header, int section, int at64, int at32) {
        boolean is64 = header.is64();
        return header.sectionOffset() + (long) section * HeaderReader.sectionHeaderSize(is64) + (is64 ? at64 : at32);
    }

    private void readTable() throws EngineException {
        int entry = HeaderReader.sectionHeaderSize(is64);
        Bytes bytes = input.read("section headers", header.sectionOffset(), (long) type.length * entry);
        Fields fields = new Fields(bytes, header.isBigEndian(), is64);
        if (type.length > 0 && fields.i32(4) != Elf.SHT_NULL) {
            throw input.bad(TABLE, 0, at(header, 0, 4, 4), "section 0 is not the null section");
        }
        // entry 0 stays zero: its fields hold what extended numbering puts there
        for (int i = 1; i < type.length; i++) {
            readEntry(fields, i, i * entry);
        }
    }

    private void readEntry(Fields fields, int i, int at) {
        name[i] = fields.i32(at);
        type[i] = fields.i32(at + 4);
        if (is64) {
            flags[i] = fields.i64(at + 8);
            address[i] = fields.i64(at + 16);
            offset[i] = fields.i64(at + 24);
            size[i] = fields.i64(at + 32);
            link[i] = fields.i32(at + 40);
            info[i] = fields.i32(at + 44);
            align[i] = fields.i64(at + 48);
            entrySize[i] = fields.i64(at + 56);
        } else {
            flags[i] = fields.u32(at + 8);
            address[i] = fields.u32(at + 12);
            offset[i] = fields.u32(at + 16);
            size[i] = fields.u32(at + 20);
            link[i] = fields.i32(at + 24);
            info[i] = fields.i32(at + 28);
            align[i] = fields.u32(at + 32);
            entrySize[i] = fields.u32(at + 36);
        }
    }

    private void checkAll() throws ElfException {
        int symbolTable = -1;
        long total = 0;
        for (int i = 1; i < type.length; i++) {
            if (type[i] == Elf.SHT_NULL) {
                continue;
            }
            if (type[i] != Elf.SHT_NOBITS && size[i] != 0) {
                input.check(TABLE, i, at(header, i, 24, 16), at(header, i, 32, 20), offset[i], size[i]);
                total += size[i];
                input.checkOverlap(TABLE, i, at(header, i, 32, 20), total);
            }
            if ((flags[i] & Elf.SHF_ALLOC) != 0) {
                checkMemory(i);
            }
            if ((flags[i] & Elf.SHF_LINK_ORDER) != 0 && !isOther(i, link[i])) {
                throw input.bad(
                        TABLE, i, at(header, i, 40, 24), "sh_link " + unsigned(link[i]) + " is no other section");
            }
            if (type[i] == Elf.SHT_SYMTAB) {
                if (symbolTable >= 0) {
                    String problem = "a second symbol table; section " + symbolTable + " is the first";
                    throw input.bad(TABLE, i, at(header, i, 4, 4), problem);
                }
                symbolTable = i;
            }
        }
    }

    private void checkMemory(int i) throws ElfException {
        if (Long.bitCount(align[i]) > 1) {
            String problem = "sh_addralign " + Long.toUnsignedString(align[i]) + " is no power of two";
            throw input.bad(TABLE, i, at(header, i, 48, 32), problem);
        }
        if (wraps(is64, address[i], size[i])) {
            String problem = "0x" + Long.toHexString(size[i]) + " bytes from address 0x" + Long.toHexString(address[i])
                    + " on reach past the end of the address space";
            throw input.bad(TABLE, i, at(header, i, 16, 12), problem);
        }
    }

    /** Whether a range of memory reaches past the last address. */
    static boolean wraps(boolean is64, long address, long size) {
        long last = address + size - 1;
        return size != 0 && (is64 ? Long.compareUnsigned(last, address) < 0 : last > 0xffffffffL);
    }

    /** 0 is allowed: gABI, "sh_link", a section whose partner was dropped. */
    private boolean isOther(int section, int other) {
        return other >= 0 && other < type.length && other != section;
    }

    private static String unsigned(int value) {
        return Integer.toUnsignedString(value);
    }

    private StringTable names() throws EngineException {
        int section = header.nameSection();
        if (section == 0) {
            // without a table of names no section has one
            Arrays.fill(name, 0);
            return StringTable.EMPTY;
        }
        if (type[section] != Elf.SHT_STRTAB) {
            throw input.bad(
                    TABLE, section, at(header, section, 4, 4), "e_shstrndx names a section that is no string table");
        }
        Bytes bytes = input.read("section names", offset[section], size[section]);
        StringTable names = StringTable.of(input, "section names", offset[section], bytes);
        for (int i = 1; i < name.length; i++) {
            // an inactive header's other fields mean nothing
            name[i] = type[i] == Elf.SHT_NULL ? 0 : name[i];
            if (Integer.compareUnsigned(name[i], names.length()) >= 0) {
                throw input.bad(
                        TABLE, i, at(header, i, 0, 0), "sh_name " + unsigned(name[i]) + " lies outside the names");
            }
        }
        names.checkOverlap(input, TABLE, name);
        return names;
    }
}
