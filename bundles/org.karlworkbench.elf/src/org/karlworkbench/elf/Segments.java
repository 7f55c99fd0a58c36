package org.karlworkbench.elf;

/**
 * The program header table (gABI, "Program Header") as columns; sizes, offsets and addresses are in bytes. An index
 * outside 0 to {@link #count()} - 1 is an {@link IndexOutOfBoundsException}.
 *
 * <p>When the file was opened it was checked that all segments but PT_NULL lie within the file, that a PT_LOAD is not
 * larger in the file than in memory, and that none reaches past the end of the address space.
 */
public final class Segments {
    private static final String TABLE = "program header";

    private final int[] type;
    private final int[] flags;
    private final long[] offset;
    private final long[] virtualAddress;
    private final long[] physicalAddress;
    private final long[] fileSize;
    private final long[] memorySize;
    private final long[] align;

    private Segments(int count) {
        this.type = new int[count];
        this.flags = new int[count];
        this.offset = new long[count];
        this.virtualAddress = new long[count];
        this.physicalAddress = new long[count];
        this.fileSize = new long[count];
        this.memorySize = new long[count];
        this.align = new long[count];
    }

    static Segments read(Input input, ElfHeader header) throws EngineException {
        int count = header.segmentCount();
        Segments segments = new Segments(count);
        if (count > 0) {
            int entry = HeaderReader.programHeaderSize(header.is64());
            Bytes bytes = input.read("program headers", header.segmentOffset(), (long) count * entry);
            Fields fields = new Fields(bytes, header.isBigEndian(), header.is64());
            long total = 0;
            for (int i = 0; i < count; i++) {
                segments.readEntry(fields, i, i * entry, header.is64());
                segments.check(input, header, i);
                total += segments.type[i] == Elf.PT_NULL ? 0 : segments.fileSize[i];
                input.checkOverlap(TABLE, i, header.segmentOffset() + (long) i * entry, total);
            }
        }
        return segments;
    }

    private void readEntry(Fields fields, int i, int at, boolean is64) {
        type[i] = fields.i32(at);
        flags[i] = fields.i32(at + (is64 ? 4 : 24));
        int word = is64 ? 8 : 4;
        int first = at + word;
        offset[i] = fields.word(first);
        virtualAddress[i] = fields.word(first + word);
        physicalAddress[i] = fields.word(first + 2 * word);
        fileSize[i] = fields.word(first + 3 * word);
        memorySize[i] = fields.word(first + 4 * word);
        align[i] = fields.word(is64 ? at + 48 : at + 28);
    }

    private void check(Input input, ElfHeader header, int i) throws ElfException {
        if (type[i] == Elf.PT_NULL) {
            return;
        }
        long at = header.segmentOffset() + (long) i * HeaderReader.programHeaderSize(header.is64());
        int word = header.is64() ? 8 : 4;
        if (fileSize[i] != 0) {
            input.check(TABLE, i, at + word, at + 4L * word, offset[i], fileSize[i]);
        }
        if (type[i] == Elf.PT_LOAD && Long.compareUnsigned(fileSize[i], memorySize[i]) > 0) {
            throw input.bad(TABLE, i, at + 4L * word, "p_filesz is larger than p_memsz");
        }
        if (SectionReader.wraps(header.is64(), virtualAddress[i], memorySize[i])) {
            throw input.bad(TABLE, i, at + 2L * word, "the segment reaches past the end of the address space");
        }
    }

    /**
     * How many program headers there are.
     *
     * @return 0 or more
     */
    public int count() {
        return type.length;
    }

    /**
     * The type of a segment.
     *
     * @param i the segment's index
     * @return p_type, one of PT_* or any other number
     */
    public int type(int i) {
        return type[i];
    }

    /**
     * The flags of a segment.
     *
     * @param i the segment's index
     * @return p_flags, PF_*
     */
    public int flags(int i) {
        return flags[i];
    }

    /**
     * Where a segment lies in the file.
     *
     * @param i the segment's index
     * @return p_offset; within the file if {@link #fileSize} is not 0
     */
    public long offset(int i) {
        return offset[i];
    }

    /**
     * Where a segment lies in memory.
     *
     * @param i the segment's index
     * @return p_vaddr, unsigned
     */
    public long virtualAddress(int i) {
        return virtualAddress[i];
    }

    /**
     * Where a segment is loaded while there is no address translation yet.
     *
     * @param i the segment's index
     * @return p_paddr, unsigned
     */
    public long physicalAddress(int i) {
        return physicalAddress[i];
    }

    /**
     * How much of a segment stands in the file.
     *
     * @param i the segment's index
     * @return p_filesz in bytes, at most the file's size unless the type is PT_NULL
     */
    public long fileSize(int i) {
        return fileSize[i];
    }

    /**
     * How much memory a segment occupies.
     *
     * @param i the segment's index
     * @return p_memsz in bytes, unsigned
     */
    public long memorySize(int i) {
        return memorySize[i];
    }

    /**
     * The alignment of a segment.
     *
     * @param i the segment's index
     * @return p_align as it stands in the file, 0 and 1 for none; not checked
     */
    public long align(int i) {
        return align[i];
    }
}
