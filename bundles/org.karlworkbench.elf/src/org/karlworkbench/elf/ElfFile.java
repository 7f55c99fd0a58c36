package org.karlworkbench.elf;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * An ELF file: relocatable or executable, 32 or 64 bits, either byte order.
 *
 * <p>Opening it reads and checks the header, the program headers, the section table and the sections' names; all else
 * is read when it is asked for, so that debug sections that nobody wants cost nothing. Files up to 64 KiB are read at
 * once. Columns, once got, stay valid when the file is closed; what is asked for later is read by opening the file
 * once more, and refused if it changed meanwhile.
 *
 * <p>No number is used before it was checked: whatever the file holds, the methods give a result or throw an
 * {@link ElfException}, and time and memory are linear in the file's size. All methods may be called from any thread.
 */
public final class ElfFile implements AutoCloseable {
    private final Input input;
    private final ElfHeader header;
    private final Sections sections;
    private final Segments segments;
    private Symbols symbols;
    private List<Group> groups;
    private List<Note> notes;

    private ElfFile(Input input) throws EngineException {
        this.input = input;
        this.header = HeaderReader.read(input);
        this.segments = Segments.read(input, header);
        this.sections = SectionReader.read(input, header);
    }

    /**
     * Opens a file.
     *
     * @param file a regular file; links to one are followed
     * @return the file, to be closed
     * @throws EngineException if it cannot be read; an {@link ElfException} if it is no whole ELF file
     */
    public static ElfFile open(Path file) throws EngineException {
        Input input = Input.open(file);
        try {
            return new ElfFile(input);
        } catch (EngineException | RuntimeException | Error e) {
            input.close();
            throw e;
        }
    }

    /**
     * Takes an array for a file.
     *
     * @param name what messages call it
     * @param bytes the whole file; not copied, so it must not change
     * @return the file; closing it does nothing
     * @throws ElfException if it is no whole ELF file
     */
    public static ElfFile of(String name, byte[] bytes) throws EngineException {
        return new ElfFile(Input.of(name, bytes));
    }

    /**
     * What messages call the file.
     *
     * @return the path as it was given to {@link #open}, or the name given to {@link #of}
     */
    public String name() {
        return input.name();
    }

    /**
     * The size of the file when it was opened.
     *
     * @return bytes
     */
    public long size() {
        return input.size();
    }

    /**
     * The ELF header.
     *
     * @return never null
     */
    public ElfHeader header() {
        return header;
    }

    /**
     * The section table.
     *
     * @return never null; empty if the file has none
     */
    public Sections sections() {
        return sections;
    }

    /**
     * The program header table.
     *
     * @return never null; empty if the file has none
     */
    public Segments segments() {
        return segments;
    }

    /**
     * The symbols of the SHT_SYMTAB section, read at the first call.
     *
     * @return the same columns at each call; empty if there is no such section
     * @throws EngineException if the table or its names cannot be read; an {@link ElfException} if they are bad
     */
    public synchronized Symbols symbols() throws EngineException {
        if (symbols == null) {
            int section = sections.firstOf(Elf.SHT_SYMTAB);
            symbols = section < 0 ? Symbols.empty() : SymbolReader.read(input, header, sections, section);
        }
        return symbols;
    }

    /**
     * The relocations of one section, read anew at each call.
     *
     * @param relocationSection index of a section of type SHT_REL or SHT_RELA
     * @return its relocations
     * @throws IllegalArgumentException if the section is of another type
     * @throws IndexOutOfBoundsException if there is no such section
     * @throws EngineException if they cannot be read; an {@link ElfException} if one is bad
     */
    public Relocations relocations(int relocationSection) throws EngineException {
        int type = sections.type(relocationSection);
        if (type != Elf.SHT_REL && type != Elf.SHT_RELA) {
            throw new IllegalArgumentException("section " + relocationSection + " holds no relocations");
        }
        return RelocationReader.read(input, header, sections, relocationSection);
    }

    /**
     * The section groups, read at the first call.
     *
     * @return an unmodifiable list in the order of the section table
     * @throws EngineException if they or the symbols cannot be read; an {@link ElfException} if one is bad
     */
    public synchronized List<Group> groups() throws EngineException {
        if (groups == null) {
            groups = sections.firstOf(Elf.SHT_GROUP) < 0
                    ? List.of()
                    : new GroupReader(input, header, sections, symbols()).read();
        }
        return groups;
    }

    /**
     * The notes of all SHT_NOTE sections, and of PT_NOTE segments that no such section begins with; read at the first
     * call.
     *
     * @return an unmodifiable list, sections first
     * @throws EngineException if they cannot be read; an {@link ElfException} if one is bad
     */
    public synchronized List<Note> notes() throws EngineException {
        if (notes == null) {
            notes = new NoteReader(input, header).read(sections, segments);
        }
        return notes;
    }

    /**
     * The bytes of a section as they stand in the file: compressed ones stay compressed, relocations are not applied.
     *
     * @param section a section's index
     * @return a new array; empty for SHT_NOBITS and SHT_NULL
     * @throws IndexOutOfBoundsException if there is no such section
     * @throws EngineException if it cannot be read; an {@link ElfException} if it is 2 GiB or larger
     */
    public byte[] content(int section) throws EngineException {
        return isEmpty(section)
                ? new byte[0]
                : input.copy("content of section " + section, sections.offset(section), sections.size(section));
    }

    /**
     * The bytes that {@link #content} gives, not copied where the file is in memory.
     *
     * @param section a section's index
     * @return all of them, not to be changed
     * @throws IndexOutOfBoundsException if there is no such section
     * @throws EngineException as {@link #content}
     */
    public ByteBuffer view(int section) throws EngineException {
        Bytes bytes = isEmpty(section)
                ? Bytes.EMPTY
                : input.read("content of section " + section, sections.offset(section), sections.size(section));
        return ByteBuffer.wrap(bytes.array(), bytes.start(), bytes.length()).asReadOnlyBuffer();
    }

    private boolean isEmpty(int section) {
        return sections.isNoBits(section) || sections.type(section) == Elf.SHT_NULL || sections.size(section) == 0;
    }

    /**
     * The bytes that a loader puts at an address (gABI, "Program Loading").
     *
     * @param address unsigned
     * @param most how many bytes at most, 0 or more
     * @return a new array; shorter where the segment's part in the file ends before, empty where nothing is loaded
     * @throws EngineException if they cannot be read
     */
    public byte[] loaded(long address, int most) throws EngineException {
        for (int i = 0; i < segments.count(); i++) {
            long offset = address - segments.virtualAddress(i);
            if (segments.type(i) == Elf.PT_LOAD && Long.compareUnsigned(offset, segments.fileSize(i)) < 0) {
                long length = Math.min(most, segments.fileSize(i) - offset);
                return input.copy("content of segment " + i, segments.offset(i) + offset, length);
            }
        }
        return new byte[0];
    }

    /** Gives back the file's descriptor. What was got stays valid; the rest is read by opening the file once more. */
    @Override
    public void close() {
        input.close();
    }

    @Override
    public String toString() {
        return "ElfFile[" + Printable.of(name()) + "]";
    }
}
