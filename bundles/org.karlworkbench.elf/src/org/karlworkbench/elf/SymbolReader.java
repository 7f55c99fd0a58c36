package org.karlworkbench.elf;

/** Reads the SHT_SYMTAB section and its section indices into columns. */
final class SymbolReader {
    private static final String TABLE = "symbol";

    private final Input input;
    private final ElfHeader header;
    private final Sections sections;
    private final int section;
    private final int count;

    private SymbolReader(Input input, ElfHeader header, Sections sections, int section) throws ElfException {
        this.input = input;
        this.header = header;
        this.sections = sections;
        this.section = section;
        this.count = count(input, header, sections, section);
    }

    /** Reads the symbols of a section of type SHT_SYMTAB. */
    static Symbols read(Input input, ElfHeader header, Sections sections, int section) throws EngineException {
        SymbolReader reader = new SymbolReader(input, header, sections, section);
        return reader.read(reader.names());
    }

    static int entrySize(boolean is64) {
        return is64 ? 24 : 16;
    }

    /** How many entries a symbol table has, from its checked size. */
    static int count(Input input, ElfHeader header, Sections sections, int section) throws ElfException {
        return SectionTables.count(input, header, sections, section, entrySize(header.is64()));
    }

    private StringTable names() throws EngineException {
        int names = sections.link(section);
        if (names <= 0 || names >= sections.count() || sections.type(names) != Elf.SHT_STRTAB) {
            String problem = "sh_link " + Integer.toUnsignedString(names) + " of the symbol table is no string table";
            throw input.bad("section header", section, SectionReader.at(header, section, 40, 24), problem);
        }
        long offset = sections.offset(names);
        Bytes bytes = input.read("symbol names", offset, sections.size(names));
        return StringTable.of(input, "symbol names", offset, bytes);
    }

    private Symbols read(StringTable names) throws EngineException {
        boolean is64 = header.is64();
        Fields fields = new Fields(
                input.read("symbol table", sections.offset(section), sections.size(section)),
                header.isBigEndian(),
                is64);
        int[] name = new int[count];
        long[] value = new long[count];
        long[] size = new long[count];
        byte[] info = new byte[count];
        byte[] other = new byte[count];
        int[] place = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i * entrySize(is64);
            name[i] = fields.i32(at);
            if (is64) {
                info[i] = (byte) fields.u8(at + 4);
                other[i] = (byte) fields.u8(at + 5);
                place[i] = fields.u16(at + 6);
                value[i] = fields.i64(at + 8);
                size[i] = fields.i64(at + 16);
            } else {
                value[i] = fields.u32(at + 4);
                size[i] = fields.u32(at + 8);
                info[i] = (byte) fields.u8(at + 12);
                other[i] = (byte) fields.u8(at + 13);
                place[i] = fields.u16(at + 14);
            }
            if (Integer.compareUnsigned(name[i], names.length()) >= 0) {
                throw bad(i, 0, "st_name " + Integer.toUnsignedString(name[i]) + " lies outside the string table");
            }
        }
        names.checkOverlap(input, TABLE, name);
        resolve(place);
        return new Symbols(names, name, value, size, info, other, place);
    }

    /** Turns st_shndx into section indices. */
    private void resolve(int[] place) throws EngineException {
        Fields extended = null;
        for (int i = 0; i < place.length; i++) {
            int raw = place[i];
            if (raw == Elf.SHN_XINDEX) {
                extended = extended == null ? extendedIndices() : extended;
                place[i] = extended.i32(i * 4);
                if (Integer.compareUnsigned(place[i], sections.count()) >= 0) {
                    throw badSection(i, Integer.toUnsignedString(place[i]));
                }
            } else if (raw >= Elf.SHN_LORESERVE) {
                place[i] = reserved(raw);
            } else if (raw >= sections.count()) {
                throw badSection(i, Integer.toString(raw));
            }
        }
    }

    private ElfException badSection(int i, String found) {
        return bad(
                i,
                header.is64() ? 6 : 14,
                "section " + found + " is not below the number of sections, " + sections.count());
    }

    private ElfException bad(int i, int at, String problem) {
        return input.bad(TABLE, i, sections.offset(section) + (long) i * entrySize(header.is64()) + at, problem);
    }

    private Fields extendedIndices() throws EngineException {
        for (int i = 1; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_SYMTAB_SHNDX && sections.link(i) == section) {
                if (SectionTables.count(input, header, sections, i, 4) < count) {
                    String problem = "fewer section indices than there are symbols, " + count;
                    throw input.bad("section header", i, SectionReader.at(header, i, 32, 20), problem);
                }
                Bytes bytes = input.read("section indices of symbols", sections.offset(i), sections.size(i));
                return new Fields(bytes, header.isBigEndian(), header.is64());
            }
        }
        String problem =
                "a symbol has its section index elsewhere, but no SHT_SYMTAB_SHNDX section belongs to the table";
        throw input.bad("section header", section, SectionReader.at(header, section, 4, 4), problem);
    }

    /** The meaning of a reserved section index; the processors' own ones are from BFD's include/elf. */
    private int reserved(int raw) {
        return switch (raw) {
            case Elf.SHN_ABS -> Symbols.ABSOLUTE;
            case Elf.SHN_COMMON -> Symbols.COMMON;
            default -> reservedOf(header.machine(), raw);
        };
    }

    private static int reservedOf(int machine, int raw) {
        return switch (machine) {
            // SHN_MIPS_ACOMMON, SHN_MIPS_SCOMMON, SHN_MIPS_SUNDEFINED
            case Elf.EM_MIPS ->
                raw == 0xff00 || raw == 0xff03 ? Symbols.COMMON : raw == 0xff04 ? Symbols.UNDEFINED : Symbols.RESERVED;
            // SHN_X86_64_LCOMMON
            case Elf.EM_X86_64 -> raw == 0xff02 ? Symbols.COMMON : Symbols.RESERVED;
            // SHN_PARISC_ANSI_COMMON, SHN_PARISC_HUGE_COMMON
            case Elf.EM_PARISC -> raw == 0xff00 || raw == 0xff01 ? Symbols.COMMON : Symbols.RESERVED;
            default -> Symbols.RESERVED;
        };
    }
}
