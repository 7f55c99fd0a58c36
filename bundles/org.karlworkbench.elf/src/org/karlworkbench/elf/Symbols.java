package org.karlworkbench.elf;

import java.io.ByteArrayOutputStream;

/**
 * The symbol table (gABI, "Symbol Table") as columns; entry 0 is the undefined symbol. An index outside 0 to
 * {@link #count()} - 1 is an {@link IndexOutOfBoundsException}.
 *
 * <p>When it was read it was checked that every name lies within the string table and every section within the section
 * table. Values and sizes are not checked: they may lie anywhere.
 */
public final class Symbols {
    /** {@link #section} of an undefined symbol. */
    public static final int UNDEFINED = 0;
    /** {@link #section} of a symbol whose value is no address that moves. */
    public static final int ABSOLUTE = -1;
    /** {@link #section} of a common symbol that has no place yet; its value is its alignment. */
    public static final int COMMON = -2;
    /** {@link #section} of a symbol with a reserved index that only its processor or system knows. */
    public static final int RESERVED = -3;

    private final StringTable names;
    private final int[] name;
    private final long[] value;
    private final long[] size;
    private final byte[] info;
    private final byte[] other;
    private final int[] section;
    private NameIndex index;

    Symbols(StringTable names, int[] name, long[] value, long[] size, byte[] info, byte[] other, int[] section) {
        this.names = names;
        this.name = name;
        this.value = value;
        this.size = size;
        this.info = info;
        this.other = other;
        this.section = section;
    }

    /**
     * A table without symbols, for callers that go on where a file's own cannot be read.
     *
     * @return columns of length 0
     */
    public static Symbols empty() {
        return new Symbols(
                StringTable.EMPTY, new int[0], new long[0], new long[0], new byte[0], new byte[0], new int[0]);
    }

    /**
     * How many symbols there are, the undefined symbol included.
     *
     * @return 0 if the file has no symbol table
     */
    public int count() {
        return name.length;
    }

    /**
     * The name of a symbol, decoded as UTF-8, or as ISO-8859-1 where it is no UTF-8. Each call makes a new string.
     *
     * @param i the symbol's index
     * @return the name, unescaped; empty if it has none, as section symbols mostly do
     */
    public String name(int i) {
        return names.get(name[i]);
    }

    /**
     * Where a symbol's name stands in the string table: symbols of one file with the same offset have the same name,
     * and 0 means no name. Cheaper to compare than names, but two offsets can lead to equal names.
     *
     * @param i the symbol's index
     * @return st_name, 0 or more
     */
    public int nameOffset(int i) {
        return name[i];
    }

    /**
     * The value of a symbol: in a relocatable file the offset in its section, the alignment if it is common; else its
     * address.
     *
     * @param i the symbol's index
     * @return st_value, unsigned
     */
    public long value(int i) {
        return value[i];
    }

    /**
     * The size of what a symbol names.
     *
     * @param i the symbol's index
     * @return st_size in bytes, unsigned; 0 if unknown
     */
    public long size(int i) {
        return size[i];
    }

    /**
     * The type of a symbol.
     *
     * @param i the symbol's index
     * @return one of STT_* or another number, 0 to 15
     */
    public int type(int i) {
        return info[i] & 0xf;
    }

    /**
     * The binding of a symbol.
     *
     * @param i the symbol's index
     * @return one of STB_* or another number, 0 to 15
     */
    public int binding(int i) {
        return (info[i] & 0xff) >> 4;
    }

    /**
     * The visibility of a symbol.
     *
     * @param i the symbol's index
     * @return one of STV_*, 0 to 3
     */
    public int visibility(int i) {
        return other[i] & 3;
    }

    /**
     * All of st_other: visibility in the low two bits, the rest belongs to the processor (PowerPC64 keeps the distance
     * to a function's local entry there).
     *
     * @param i the symbol's index
     * @return st_other, 0 to 255
     */
    public int other(int i) {
        return other[i] & 0xff;
    }

    /**
     * The section a symbol lies in, with SHN_XINDEX resolved and the processors' own small and large common sections
     * taken as {@link #COMMON}.
     *
     * @param i the symbol's index
     * @return the section's index, or {@link #UNDEFINED}, {@link #ABSOLUTE}, {@link #COMMON}, {@link #RESERVED}
     */
    public int section(int i) {
        return section[i];
    }

    /**
     * Whether a symbol lies in a section of this file.
     *
     * @param i the symbol's index
     * @return false for undefined, absolute, common and reserved ones
     */
    public boolean isInSection(int i) {
        return section[i] > 0;
    }

    /**
     * Finds a symbol by name, in constant time after the first call.
     *
     * @param wanted the name as {@link #name} gives it
     * @return the first symbol of that name that is not local, else the first local one, else -1; -1 for an empty name
     */
    public int find(String wanted) {
        return index().find(wanted);
    }

    /**
     * Finds the symbol that has the same name as one of another file, without making a string.
     *
     * @param others the other file's symbols
     * @param other an index there
     * @return as {@link #find(String)}
     */
    public int find(Symbols others, int other) {
        return others.names.isEmpty(others.name[other]) ? -1 : index().find(others.names, others.name[other]);
    }

    /**
     * Writes a name's bytes, which are no string yet.
     *
     * @param i the symbol's index
     * @param out gets the bytes and no null byte behind them
     */
    public void writeName(int i, ByteArrayOutputStream out) {
        names.write(name[i], out);
    }

    StringTable names() {
        return names;
    }

    private synchronized NameIndex index() {
        if (index == null) {
            index = new NameIndex(names, name, this::better);
        }
        return index;
    }

    private int better(int first, int later) {
        return binding(first) == Elf.STB_LOCAL && binding(later) != Elf.STB_LOCAL ? later : first;
    }
}
