package org.karlworkbench.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.karlworkbench.elf.ElfWriter.NewRelocation;
import org.karlworkbench.elf.ElfWriter.NewSection;
import org.karlworkbench.elf.ElfWriter.NewSymbol;

/** Puts together the bytes of a relocatable file from what {@link ElfWriter} collected. */
final class ElfAssembly {
    private final ElfHeader like;
    private final boolean is64;
    private final boolean addends;
    private final List<NewSection> sections;
    private final List<NewSymbol> symbols;
    /** Index in the file for each symbol as it was added; 0 for none. */
    private final int[] symbolIndex;

    private final int firstGlobal;

    ElfAssembly(
            ElfHeader like,
            boolean addends,
            List<NewSection> sections,
            List<NewSymbol> symbols,
            List<NewRelocation> relocations) {
        this.like = like;
        this.is64 = like.is64();
        this.addends = addends;
        this.symbols = symbols;
        this.symbolIndex = new int[symbols.size() + 1];
        int locals = number(true, 1);
        number(false, locals);
        this.firstGlobal = locals;
        this.sections = new ArrayList<>(sections);
        addTables(relocations);
    }

    private int number(boolean local, int from) {
        int next = from;
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.get(i).binding() == Elf.STB_LOCAL == local) {
                symbolIndex[i + 1] = next++;
            }
        }
        return next;
    }

    private void addTables(List<NewRelocation> relocations) {
        Map<Integer, List<NewRelocation>> bySection = new TreeMap<>();
        for (NewRelocation relocation : relocations) {
            bySection
                    .computeIfAbsent(relocation.section(), _ -> new ArrayList<>())
                    .add(relocation);
        }
        int symbolTable = sections.size() + bySection.size() + 1;
        for (Map.Entry<Integer, List<NewRelocation>> entry : bySection.entrySet()) {
            addRelocations(entry.getKey(), symbolTable, entry.getValue());
        }
        NewStrings names = new NewStrings();
        byte[] content = symbolTable(names);
        long entrySize = SymbolReader.entrySize(is64);
        addTable(".symtab", Elf.SHT_SYMTAB, 0, entrySize, symbolTable + 1, firstGlobal, content);
        addTable(".strtab", Elf.SHT_STRTAB, 0, 0, 0, 0, names.toBytes());
    }

    private void addRelocations(int target, int symbolTable, List<NewRelocation> relocations) {
        String name = (addends ? ".rela" : ".rel") + sections.get(target - 1).name();
        int type = addends ? Elf.SHT_RELA : Elf.SHT_REL;
        int entrySize = RelocationReader.entrySize(is64, addends);
        ByteBuffer out = buffer(relocations.size() * entrySize);
        relocations.forEach(relocation -> put(out, relocation));
        addTable(name, type, Elf.SHF_INFO_LINK, entrySize, symbolTable, target, out.array());
    }

    private void addTable(String name, int type, long flags, long entrySize, int link, int info, byte[] content) {
        long align = type == Elf.SHT_STRTAB ? 1 : is64 ? 8 : 4;
        sections.add(new NewSection(name, type, flags, align, entrySize, link, info, content, content.length));
    }

    private void put(ByteBuffer out, NewRelocation relocation) {
        int symbol = symbolIndex[relocation.symbol()];
        word(out, relocation.offset());
        if (!is64) {
            out.putInt(symbol << 8 | relocation.type());
        } else if (like.packsRelocationTypes() && !like.isBigEndian()) {
            out.putInt(symbol).putInt(Integer.reverseBytes(relocation.type()));
        } else {
            out.putLong((long) symbol << 32 | relocation.type() & 0xffffffffL);
        }
        if (addends) {
            word(out, relocation.addend());
        }
    }

    private byte[] symbolTable(NewStrings names) {
        int entrySize = SymbolReader.entrySize(is64);
        ByteBuffer out = buffer((symbols.size() + 1) * entrySize);
        for (int i = 0; i < symbols.size(); i++) {
            out.position(symbolIndex[i + 1] * entrySize);
            put(out, symbols.get(i), names.add(symbols.get(i).name()));
        }
        return out.array();
    }

    private void put(ByteBuffer out, NewSymbol symbol, int name) {
        out.putInt(name);
        byte info = (byte) (symbol.binding() << 4 | symbol.type());
        if (is64) {
            out.put(info).put((byte) symbol.other()).putShort(shndx(symbol));
        }
        word(out, symbol.value());
        word(out, symbol.size());
        if (!is64) {
            out.put(info).put((byte) symbol.other()).putShort(shndx(symbol));
        }
    }

    private static short shndx(NewSymbol symbol) {
        return (short)
                switch (symbol.section()) {
                    case Symbols.ABSOLUTE -> Elf.SHN_ABS;
                    case Symbols.COMMON -> Elf.SHN_COMMON;
                    default -> symbol.section();
                };
    }

    byte[] toBytes() {
        NewStrings names = new NewStrings();
        int[] name = new int[sections.size() + 1];
        for (int i = 0; i < sections.size(); i++) {
            name[i] = names.add(sections.get(i).name());
        }
        name[sections.size()] = names.add(".shstrtab");
        addTable(".shstrtab", Elf.SHT_STRTAB, 0, 0, 0, 0, names.toBytes());
        long[] offset = offsets();
        long table = offset[sections.size()];
        ByteBuffer out = buffer(Math.toIntExact(table) + (sections.size() + 1) * HeaderReader.sectionHeaderSize(is64));
        putHeader(out, table);
        out.position((int) table + HeaderReader.sectionHeaderSize(is64));
        for (int i = 0; i < sections.size(); i++) {
            NewSection section = sections.get(i);
            putSectionHeader(out, section, name[i], offset[i]);
            if (section.content() != null) {
                out.put((int) offset[i], section.content());
            }
        }
        return out.array();
    }

    /** Where each section begins in the file, and behind them the section table. */
    private long[] offsets() {
        long[] offset = new long[sections.size() + 1];
        long at = HeaderReader.headerSize(is64);
        for (int i = 0; i < sections.size(); i++) {
            NewSection section = sections.get(i);
            if (section.content() == null || section.size() == 0) {
                // nothing to align: a page-aligned empty section must not make the file a page longer
                offset[i] = at;
            } else {
                offset[i] = align(at, section.align());
                at = offset[i] + section.size();
            }
        }
        offset[sections.size()] = align(at, 8);
        return offset;
    }

    private static long align(long at, long align) {
        return (at + align - 1) & -align;
    }

    private void putHeader(ByteBuffer out, long table) {
        out.put(new byte[] {0x7f, 'E', 'L', 'F'});
        out.put((byte) (is64 ? Elf.ELFCLASS64 : Elf.ELFCLASS32));
        out.put((byte) (like.isBigEndian() ? Elf.ELFDATA2MSB : Elf.ELFDATA2LSB));
        out.put((byte) Elf.EV_CURRENT).put((byte) like.osAbi()).put((byte) like.abiVersion());
        out.position(Elf.EI_NIDENT);
        out.putShort((short) Elf.ET_REL).putShort((short) like.machine()).putInt(Elf.EV_CURRENT);
        word(out, 0);
        word(out, 0);
        word(out, table);
        out.putInt(like.flags()).putShort((short) HeaderReader.headerSize(is64));
        out.putShort((short) 0).putShort((short) 0);
        out.putShort((short) HeaderReader.sectionHeaderSize(is64));
        out.putShort((short) (sections.size() + 1)).putShort((short) sections.size());
    }

    private void putSectionHeader(ByteBuffer out, NewSection section, int name, long offset) {
        out.putInt(name).putInt(section.type());
        word(out, section.flags());
        word(out, 0);
        word(out, offset);
        word(out, section.size());
        out.putInt(section.link()).putInt(section.info());
        word(out, section.align());
        word(out, section.entrySize());
    }

    private void word(ByteBuffer out, long value) {
        if (is64) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(like.order());
    }
}
