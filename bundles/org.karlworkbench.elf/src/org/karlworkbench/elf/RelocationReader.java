package org.karlworkbench.elf;

/** Reads one SHT_REL or SHT_RELA section into columns. */
final class RelocationReader {
    private static final String TABLE = "relocation";

    private final Input input;
    private final ElfHeader header;
    private final Sections sections;
    private final int section;
    private final boolean withAddends;
    private final boolean is64;
    private final int entry;

    private RelocationReader(Input input, ElfHeader header, Sections sections, int section) {
        this.input = input;
        this.header = header;
        this.sections = sections;
        this.section = section;
        this.withAddends = sections.type(section) == Elf.SHT_RELA;
        this.is64 = header.is64();
        this.entry = entrySize(is64, withAddends);
    }

    static Relocations read(Input input, ElfHeader header, Sections sections, int section) throws EngineException {
        return new RelocationReader(input, header, sections, section).read();
    }

    static int entrySize(boolean is64, boolean withAddends) {
        return (is64 ? 8 : 4) * (withAddends ? 3 : 2);
    }

    private Relocations read() throws EngineException {
        int count = SectionTables.count(input, header, sections, section, entry);
        int target = target();
        int symbols = symbolTable();
        int symbolCount = symbols == 0 ? 1 : SymbolReader.count(input, header, sections, symbols);
        long end = header.isRelocatable() ? sections.size(target) : -1L;
        Bytes bytes = input.read("relocations", sections.offset(section), sections.size(section));
        Fields fields = new Fields(bytes, header.isBigEndian(), is64);
        long[] offset = new long[count];
        int[] symbol = new int[count];
        int[] type = new int[count];
        long[] addend = withAddends ? new long[count] : null;
        for (int i = 0; i < count; i++) {
            int at = i * entry;
            offset[i] = fields.word(at);
            symbol[i] = symbol(fields, at);
            type[i] = type(fields, at);
            if (withAddends) {
                addend[i] = fields.signedWord(at + (is64 ? 16 : 8));
            }
            if (Integer.compareUnsigned(symbol[i], symbolCount) >= 0) {
                throw bad(
                        i,
                        is64 ? 8 : 4,
                        "symbol " + Integer.toUnsignedString(symbol[i]) + " is not below the number of symbols, "
                                + symbolCount);
            }
            // the end itself is allowed: R_*_NONE of an empty section
            if (Long.compareUnsigned(offset[i], end) > 0) {
                throw bad(
                        i,
                        0,
                        "r_offset 0x" + Long.toHexString(offset[i]) + " lies outside its target, section " + target);
            }
        }
        return new Relocations(section, target, symbols, offset, symbol, type, addend, splitData(type));
    }

    private int symbol(Fields fields, int at) {
        if (!is64) {
            return fields.i32(at + 4) >>> 8;
        }
        // on little-endian MIPS64 r_info is no 64-bit number: the symbol stands first all the same
        return fields.i32(header.isBigEndian() || header.packsRelocationTypes() ? at + 8 : at + 12);
    }

    private int type(Fields fields, int at) {
        if (!is64) {
            return fields.u8(header.isBigEndian() ? at + 7 : at + 4);
        }
        if (header.isBigEndian()) {
            return fields.i32(at + 12);
        }
        // r_ssym, r_type3, r_type2, r_type are single bytes in this order on either kind of MIPS64
        return header.packsRelocationTypes() ? Integer.reverseBytes(fields.i32(at + 12)) : fields.i32(at + 8);
    }

    /** On 64-bit SPARC takes what is not the type out of the types. */
    private int[] splitData(int[] type) {
        if (!is64 || header.machine() != Elf.EM_SPARCV9) {
            return null;
        }
        int[] data = new int[type.length];
        for (int i = 0; i < type.length; i++) {
            data[i] = type[i] >> 8;
            type[i] &= 0xff;
        }
        return data;
    }

    private int target() throws ElfException {
        int target = sections.info(section);
        boolean known = target >= 0 && target < sections.count() && target != section;
        if (!known || target == 0 && header.isRelocatable()) {
            String problem = "sh_info " + Integer.toUnsignedString(target) + " of the relocations is no other section";
            throw input.bad("section header", section, SectionReader.at(header, section, 44, 28), problem);
        }
        return target;
    }

    private int symbolTable() throws ElfException {
        int symbols = sections.link(section);
        if (symbols == 0 && !header.isRelocatable()) {
            return 0;
        }
        if (symbols <= 0 || symbols >= sections.count() || !isSymbolTable(sections.type(symbols))) {
            String problem = "sh_link " + Integer.toUnsignedString(symbols) + " of the relocations is no symbol table";
            throw input.bad("section header", section, SectionReader.at(header, section, 40, 24), problem);
        }
        return symbols;
    }

    private boolean isSymbolTable(int type) {
        return type == Elf.SHT_SYMTAB || type == Elf.SHT_DYNSYM && !header.isRelocatable();
    }

    private ElfException bad(int i, int at, String problem) {
        return input.bad(TABLE, i, sections.offset(section) + (long) i * entry + at, problem);
    }
}
