package org.karlworkbench.elf;

/**
 * The section table (gABI, "Sections") as columns; entry 0 is the null section and holds zeros only. Offsets, sizes and
 * addresses are in bytes. An index outside 0 to {@link #count()} - 1 is an {@link IndexOutOfBoundsException}.
 *
 * <p>When the file was opened it was checked that the contents of all sections but SHT_NOBITS lie within the file, that
 * allocated sections do not reach past the end of the address space, and that their alignment is a power of two.
 */
public final class Sections {
    private final StringTable names;
    private final int[] nameOffset;
    private final int[] type;
    private final long[] flags;
    private final long[] address;
    private final long[] offset;
    private final long[] size;
    private final int[] link;
    private final int[] info;
    private final long[] align;
    private final long[] entrySize;
    /** Those that were asked for; strings, since they are compared with others again and again. */
    private final String[] nameText;

    private NameIndex index;

    Sections(SectionReader reader, StringTable names) {
        this.names = names;
        this.nameOffset = reader.name;
        this.nameText = new String[reader.name.length];
        this.type = reader.type;
        this.flags = reader.flags;
        this.address = reader.address;
        this.offset = reader.offset;
        this.size = reader.size;
        this.link = reader.link;
        this.info = reader.info;
        this.align = reader.align;
        this.entrySize = reader.entrySize;
    }

    /**
     * How many sections there are, the null section included.
     *
     * @return 0 if the file has no section table
     */
    public int count() {
        return type.length;
    }

    /**
     * The name of a section, decoded as UTF-8, or as ISO-8859-1 where it is no UTF-8.
     *
     * @param i the section's index
     * @return the name, unescaped; empty if it has none
     */
    public String name(int i) {
        String known = nameText[i];
        if (known == null) {
            known = names.get(nameOffset[i]);
            nameText[i] = known; // another thread may do the same, with the same result
        }
        return known;
    }

    /**
     * The type of a section.
     *
     * @param i the section's index
     * @return sh_type, one of SHT_* or any other number
     */
    public int type(int i) {
        return type[i];
    }

    /**
     * The flags of a section.
     *
     * @param i the section's index
     * @return sh_flags, SHF_*
     */
    public long flags(int i) {
        return flags[i];
    }

    /**
     * Where a section lies in memory.
     *
     * @param i the section's index
     * @return sh_addr, unsigned
     */
    public long address(int i) {
        return address[i];
    }

    /**
     * Where a section lies in the file.
     *
     * @param i the section's index
     * @return sh_offset; within the file unless the size is 0 or the type is SHT_NOBITS or SHT_NULL
     */
    public long offset(int i) {
        return offset[i];
    }

    /**
     * The size of a section.
     *
     * @param i the section's index
     * @return sh_size in bytes, unsigned; at most the file's size unless the type is SHT_NOBITS or SHT_NULL
     */
    public long size(int i) {
        return size[i];
    }

    /**
     * The section that belongs to a section, in a way that depends on the type.
     *
     * @param i the section's index
     * @return sh_link, not checked; an unsigned 32-bit number
     */
    public int link(int i) {
        return link[i];
    }

    /**
     * More about a section, in a way that depends on the type.
     *
     * @param i the section's index
     * @return sh_info, not checked; an unsigned 32-bit number
     */
    public int info(int i) {
        return info[i];
    }

    /**
     * The alignment of a section in memory.
     *
     * @param i the section's index
     * @return sh_addralign, with 1 for 0; a power of two if the section is allocated
     */
    public long align(int i) {
        return Math.max(1, align[i]);
    }

    /**
     * The size of one entry, for sections that are tables or are merged.
     *
     * @param i the section's index
     * @return sh_entsize in bytes, 0 if it is no table; not checked
     */
    public long entrySize(int i) {
        return entrySize[i];
    }

    /**
     * Whether a section occupies memory at run time.
     *
     * @param i the section's index
     * @return true if SHF_ALLOC is set
     */
    public boolean isAllocated(int i) {
        return (flags[i] & Elf.SHF_ALLOC) != 0;
    }

    /**
     * Whether a section holds instructions.
     *
     * @param i the section's index
     * @return true if SHF_EXECINSTR is set
     */
    public boolean isExecutable(int i) {
        return (flags[i] & Elf.SHF_EXECINSTR) != 0;
    }

    /**
     * Whether a section can be written at run time.
     *
     * @param i the section's index
     * @return true if SHF_WRITE is set
     */
    public boolean isWritable(int i) {
        return (flags[i] & Elf.SHF_WRITE) != 0;
    }

    /**
     * Whether a section occupies no room in the file.
     *
     * @param i the section's index
     * @return true for SHT_NOBITS
     */
    public boolean isNoBits(int i) {
        return type[i] == Elf.SHT_NOBITS;
    }

    /**
     * Finds a section by name, in constant time.
     *
     * @param name the name as {@link #name} gives it
     * @return the index of the first section of that name, or -1
     */
    public synchronized int find(String name) {
        if (index == null) {
            index = new NameIndex(names, nameOffset, (first, _) -> first);
        }
        return index.find(name);
    }

    /**
     * Finds the first section of a type.
     *
     * @param wanted one of SHT_*
     * @return its index, or -1
     */
    int firstOf(int wanted) {
        for (int i = 1; i < type.length; i++) {
            if (type[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
