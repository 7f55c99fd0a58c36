package org.karlworkbench.elf;

import java.util.ArrayList;
import java.util.List;

/** Reads the section groups of a file. */
final class GroupReader {
    private static final String TABLE = "section group";

    private final Input input;
    private final ElfHeader header;
    private final Sections sections;
    private final Symbols symbols;

    GroupReader(Input input, ElfHeader header, Sections sections, Symbols symbols) {
        this.input = input;
        this.header = header;
        this.sections = sections;
        this.symbols = symbols;
    }

    List<Group> read() throws EngineException {
        List<Group> groups = new ArrayList<>();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_GROUP) {
                groups.add(read(i));
            }
        }
        return List.copyOf(groups);
    }

    private Group read(int section) throws EngineException {
        int count = SectionTables.count(input, header, sections, section, 4);
        if (count == 0) {
            throw input.bad(
                    "section header", section, SectionReader.at(header, section, 32, 20), "the section group is empty");
        }
        int symbol = signature(section);
        Bytes bytes = input.read(TABLE, sections.offset(section), sections.size(section));
        Fields fields = new Fields(bytes, header.isBigEndian(), header.is64());
        List<Integer> members = new ArrayList<>(count - 1);
        for (int i = 1; i < count; i++) {
            int member = fields.i32(i * 4);
            if (member <= 0 || member >= sections.count() || member == section) {
                String problem = "member " + Integer.toUnsignedString(member) + " is no other section";
                throw input.bad(TABLE, section, sections.offset(section) + i * 4L, problem);
            }
            members.add(member);
        }
        boolean comdat = (fields.i32(0) & Elf.GRP_COMDAT) != 0;
        return new Group(section, name(symbol), symbol, comdat, members);
    }

    private int signature(int section) throws ElfException {
        int table = sections.link(section);
        if (table <= 0 || table >= sections.count() || sections.type(table) != Elf.SHT_SYMTAB) {
            String problem = "sh_link " + Integer.toUnsignedString(table) + " of the section group is no symbol table";
            throw input.bad("section header", section, SectionReader.at(header, section, 40, 24), problem);
        }
        int symbol = sections.info(section);
        if (Integer.compareUnsigned(symbol, symbols.count()) >= 0) {
            String problem = "the signature, symbol " + Integer.toUnsignedString(symbol)
                    + ", is not below the number of symbols, " + symbols.count();
            throw input.bad("section header", section, SectionReader.at(header, section, 44, 28), problem);
        }
        return symbol;
    }

    private String name(int symbol) {
        boolean isSection = symbols.type(symbol) == Elf.STT_SECTION && symbols.nameOffset(symbol) == 0;
        return isSection && symbols.isInSection(symbol) ? sections.name(symbols.section(symbol)) : symbols.name(symbol);
    }
}
