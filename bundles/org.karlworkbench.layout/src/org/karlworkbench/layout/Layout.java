package org.karlworkbench.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.StartupRange;
import org.karlworkbench.kit.model.LedgerEntry;

/**
 * Where everything of a kernel lies: sections, objects, symbols and gaps, as tables sorted by address. Read once, then
 * unchanged and safe for use by several threads; the file is not needed any more.
 */
public final class Layout {
    private final LayoutReader read;
    private final List<String> problems;

    Layout(LayoutReader read) {
        this(read, read.problems);
    }

    private Layout(LayoutReader read, List<String> problems) {
        this.read = read;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the layout of a kernel, as far as the file goes: a kernel without sections has its segments, one without
     * symbols has only sections. What could not be had is told by {@link #problems}.
     *
     * <p>Where objects lie is taken from {@code places}; without them from the ledger entry beside the kernel, if its
     * digest is that of the kernel; else from the kit's symbols; else it stays unknown and all objects are empty.
     *
     * @param kernel a linked ELF file
     * @param kit the kit from which it was linked, or null
     * @param places where the kit's objects lie in it, or null
     * @param progress told of one phase; asked for cancel
     * @return the layout
     * @throws EngineException when the file cannot be read, an {@link org.karlworkbench.elf.ElfException} when it is no
     *     ELF file, with code {@code no-kernel} when it is an object file or a core file, with {@code wrong-kit} when the
     *     kernel was not linked from this kit
     */
    public static Layout read(Path kernel, LoadedKit kit, Places places, Progress progress) throws EngineException {
        return LayoutReader.read(kernel, kit, places, progress);
    }

    /** The kernel's file, as it was named. */
    public Path kernel() {
        return read.kernel;
    }

    /** The size of the kernel's file in bytes. */
    public long fileSize() {
        return read.fileSize;
    }

    /** The kernel's ELF header. */
    public ElfHeader header() {
        return read.header;
    }

    /**
     * The kernel's architecture: as its ledger entry has it, else by its header, which some architectures share.
     *
     * @return empty for a machine that is not in the catalogue
     */
    public Optional<Architecture> architecture() {
        ElfHeader header = header();
        String known = entry().map(LedgerEntry::getArch).orElse(null);
        return Architectures.of(header.machine(), header.bits(), header.order(), known);
    }

    /** The kernel's program headers. */
    public Segments segments() {
        return read.segments;
    }

    /** The kernel's section headers; {@link Rows#sectionIndex} counts in them where there are any. */
    public Sections sectionTable() {
        return read.sectionTable;
    }

    /** The kernel's symbol table; {@link Rows#source} of {@link #symbols} counts in it. */
    public Symbols symbolTable() {
        return read.symbolTable;
    }

    /** The allocated sections; in a file without section headers the loaded segments. */
    public Rows sections() {
        return read.sections;
    }

    /**
     * What each object put into each section, with the gap's pieces, COMMON symbols, what the linker made and the
     * alignment between; the name of a piece is its object. Empty when the objects are not known.
     */
    public Rows objects() {
        return read.objects;
    }

    /** All defined symbols but section and file symbols. */
    public Rows symbols() {
        return read.symbols;
    }

    /**
     * How many bytes from a symbol's address on can be its own: its size; of a label without a size what is left of its
     * object's piece, or of its section where no object is known.
     *
     * @param symbol a row of {@link #symbols}
     * @return in bytes; 0 for a label behind its object's last byte, or in no section
     */
    public long reach(int symbol) {
        Rows symbols = symbols();
        long address = symbols.address(symbol);
        if (symbols.size(symbol) != 0) {
            return symbols.size(symbol);
        }
        int piece = objects().at(address);
        if (piece >= 0 && !symbols.object(symbol).isEmpty()) {
            boolean own = symbols.object(symbol).equals(objects().object(piece));
            return own ? objects().end(piece) - address : 0;
        }
        int section = sections().at(address);
        return section < 0 ? 0 : sections().end(section) - address;
    }

    /** The gap's pieces, named as {@link GapName#label} does; those that are not known are missing. */
    public Rows gaps() {
        return read.gaps;
    }

    /**
     * The rows of {@link #symbols} and {@link #gaps} in one table, for people to read: a gap is known to no symbol but
     * {@code endboot}. {@link Rows#source} means nothing here.
     */
    public Rows symbolsAndGaps() {
        return read.symbolsAndGaps();
    }

    /** The size of one gap in bytes: as drawn where the ledger tells it, else as it lies in the kernel. */
    public OptionalLong gap(GapName name) {
        return read.gap(name);
    }

    /** All five gaps, or null where one is not known. */
    public Gaps gapsOrNull() {
        return read.gapsOrNull();
    }

    /** The address of the symbol {@code endboot}, or -1 when the kernel has none. */
    public long endboot() {
        return read.endboot;
    }

    /** The pages of the startup code, by the kernel's own symbols; empty when they do not tell. */
    public Optional<StartupRange> startup() {
        return StartupRange.of(read.symbolTable, read.header);
    }

    /** The address of the thread-local template, from which STT_TLS symbols count; 0 when there is none. */
    public long threadBase() {
        return SymbolPlaces.threadBase(read.segments);
    }

    /** The places from which the objects were taken; {@link Rows#source} of {@link #objects} counts in them. */
    public Places places() {
        return read.places;
    }

    /** Whether the places leave nothing out: they came from a linker's map and not from symbols. */
    public boolean isComplete() {
        return read.complete;
    }

    /** The ledger entry that lies beside the kernel and describes it. */
    public Optional<LedgerEntry> entry() {
        return Optional.ofNullable(read.entry);
    }

    /** What could not be read, one line each; empty when the layout is whole. */
    public List<String> problems() {
        return problems;
    }

    /** The same layout with one more of the {@link #problems}. */
    public Layout with(String problem) {
        return new Layout(
                read, Stream.concat(problems.stream(), Stream.of(problem)).toList());
    }
}
