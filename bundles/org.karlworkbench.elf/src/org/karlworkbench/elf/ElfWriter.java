package org.karlworkbench.elf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes small relocatable files: the gap's dummy, and objects for tests. Add sections, symbols and relocations, then
 * ask for the bytes; what was added in the same order gives the same bytes, always.
 *
 * <p>The file has the sections in the order they were added, then one relocation section for each section that has
 * relocations, then .symtab, .strtab and .shstrtab. Wrong arguments are an {@link IllegalArgumentException}: nothing
 * here comes from a file.
 */
public final class ElfWriter {
    /** With a relocation section for each and three tables the indices stay below SHN_LORESERVE. */
    private static final int MOST_SECTIONS = 0x7f00;

    private final ElfHeader like;
    private final List<NewSection> sections = new ArrayList<>();
    private final List<NewSymbol> symbols = new ArrayList<>();
    private final List<NewRelocation> relocations = new ArrayList<>();
    private boolean addends;

    /** A section to be written; {@code content} is null for SHT_NOBITS. */
    record NewSection(
            String name,
            int type,
            long flags,
            long align,
            long entrySize,
            int link,
            int info,
            byte[] content,
            long size) {}

    /** A symbol to be written; {@code section} as {@link Symbols#section}. */
    record NewSymbol(String name, long value, long size, int binding, int type, int other, int section) {}

    /** A relocation to be written; {@code symbol} counts from 1 in the order of adding. */
    record NewRelocation(int section, long offset, int symbol, int type, long addend) {}

    /**
     * A file like another: class, byte order, ABI, machine and flags are taken over. Linkers refuse to mix objects
     * whose flags differ, so what is to be linked with a kit takes the header of one of its objects.
     *
     * @param like the header of an object
     */
    public ElfWriter(ElfHeader like) {
        this.like = like;
        this.addends = conventionalAddends(like.is64(), like.machine());
    }

    /**
     * A file for the System V ABI.
     *
     * @param is64 whether the class is ELFCLASS64
     * @param order the byte order
     * @param machine e_machine, 0 to 65535
     * @param flags e_flags
     */
    public ElfWriter(boolean is64, ByteOrder order, int machine, int flags) {
        this(ElfHeader.relocatable(is64, order, machine, flags));
    }

    /** Whether a machine's objects hold addends beside the relocations, as its processor supplement says. */
    private static boolean conventionalAddends(boolean is64, int machine) {
        return is64 || machine != Elf.EM_386 && machine != Elf.EM_ARM && machine != Elf.EM_MIPS;
    }

    /**
     * Chooses between SHT_RELA and SHT_REL where the machine's convention is not wanted.
     *
     * @param explicit true for SHT_RELA
     * @return this
     */
    public ElfWriter explicitAddends(boolean explicit) {
        this.addends = explicit;
        return this;
    }

    /**
     * Adds a section that is no table.
     *
     * @param name its name
     * @param type SHT_PROGBITS, SHT_NOTE or another type with content
     * @param flags SHF_*
     * @param align a power of two
     * @param content its bytes, may be empty; copied
     * @return its index in the file
     */
    public int section(String name, int type, long flags, long align, byte[] content) {
        return section(name, type, flags, align, 0, content);
    }

    /**
     * Adds a section.
     *
     * @param name its name
     * @param type SHT_PROGBITS, SHT_NOTE or another type with content
     * @param flags SHF_*
     * @param align a power of two
     * @param entrySize size of an entry if it is a table or can be merged, else 0
     * @param content its bytes, may be empty; copied
     * @return its index in the file
     */
    public int section(String name, int type, long flags, long align, long entrySize, byte[] content) {
        if (type == Elf.SHT_NOBITS || type == Elf.SHT_NULL) {
            throw new IllegalArgumentException("a section of type " + type + " has no content");
        }
        return add(new NewSection(name, type, flags, align, entrySize, 0, 0, content.clone(), content.length));
    }

    /**
     * Adds a section that occupies memory only.
     *
     * @param name its name
     * @param flags SHF_*
     * @param align a power of two
     * @param size its size in bytes, unsigned
     * @return its index in the file
     */
    public int nobits(String name, long flags, long align, long size) {
        return add(new NewSection(name, Elf.SHT_NOBITS, flags, align, 0, 0, 0, null, size));
    }

    private int add(NewSection section) {
        Objects.requireNonNull(section.name(), "name");
        check(Long.bitCount(section.align()) == 1, "the alignment is no power of two");
        check(fits(section.size()) && fits(section.flags()) && fits(section.align()), "a number needs 64 bits");
        check(sections.size() < MOST_SECTIONS, "more sections than this writer numbers");
        sections.add(section);
        return sections.size();
    }

    /**
     * Adds a symbol with default visibility.
     *
     * @param name its name
     * @param value offset in its section, value if absolute, alignment if common
     * @param size its size in bytes
     * @param binding STB_*
     * @param type STT_*
     * @param section a section's index, or {@link Symbols#UNDEFINED}, {@link Symbols#ABSOLUTE}, {@link Symbols#COMMON}
     * @return a number for {@link #relocation}; the index in the file can differ, since local symbols stand first there
     */
    public int symbol(String name, long value, long size, int binding, int type, int section) {
        return symbol(name, value, size, binding, type, Elf.STV_DEFAULT, section);
    }

    /**
     * Adds a symbol.
     *
     * @param name its name
     * @param value offset in its section, value if absolute, alignment if common
     * @param size its size in bytes
     * @param binding STB_*
     * @param type STT_*
     * @param other st_other: STV_* and the processor's bits
     * @param section a section's index, or {@link Symbols#UNDEFINED}, {@link Symbols#ABSOLUTE}, {@link Symbols#COMMON}
     * @return a number for {@link #relocation}
     */
    public int symbol(String name, long value, long size, int binding, int type, int other, int section) {
        Objects.requireNonNull(name, "name");
        check(section >= Symbols.COMMON && section <= sections.size(), "no section " + section);
        check(
                (binding & ~0xf) == 0 && (type & ~0xf) == 0 && (other & ~0xff) == 0,
                "binding, type or other out of range");
        check(fits(value) && fits(size), "a number needs 64 bits");
        symbols.add(new NewSymbol(name, value, size, binding, type, other, section));
        return symbols.size();
    }

    /**
     * Adds the symbol that stands for a section.
     *
     * @param section a section's index
     * @return a number for {@link #relocation}
     */
    public int sectionSymbol(int section) {
        check(section > 0, "no section " + section);
        return symbol("", 0, 0, Elf.STB_LOCAL, Elf.STT_SECTION, section);
    }

    /**
     * Adds a global symbol that another file defines.
     *
     * @param name its name
     * @return a number for {@link #relocation}
     */
    public int undefined(String name) {
        return symbol(name, 0, 0, Elf.STB_GLOBAL, Elf.STT_NOTYPE, Symbols.UNDEFINED);
    }

    /**
     * Adds a relocation.
     *
     * @param section the section that is changed
     * @param offset the place in it, in bytes
     * @param symbol what adding the symbol returned, or 0 for none
     * @param type the processor's type; on 64-bit MIPS three of them as {@link Relocations#type} packs them
     * @param addend what is added; must be 0 if the file has no explicit addends, since then it stands in the content
     */
    public void relocation(int section, long offset, int symbol, int type, long addend) {
        check(section > 0 && section <= sections.size(), "no section " + section);
        check(symbol >= 0 && symbol <= symbols.size(), "no symbol " + symbol);
        check(like.is64() || (type & ~0xff) == 0, "the relocation type needs more than 8 bits");
        check(fits(offset) && (like.is64() || addend == (int) addend), "a number needs 64 bits");
        relocations.add(new NewRelocation(section, offset, symbol, type, addend));
    }

    /**
     * The file as it stands; more can be added afterwards.
     *
     * @return a new array
     */
    public byte[] toBytes() {
        check(addends || relocations.stream().allMatch(r -> r.addend() == 0), "addends need SHT_RELA");
        return new ElfAssembly(like, addends, sections, symbols, relocations).toBytes();
    }

    private boolean fits(long value) {
        return like.is64() || value >>> 32 == 0;
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
