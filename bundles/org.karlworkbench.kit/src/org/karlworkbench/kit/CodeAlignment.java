package org.karlworkbench.kit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;

/**
 * RISC-V code that was compiled for linkers which shorten it has as much padding wherever it is to be aligned as could ever
 * be needed, and counts on the linker to take away what is not (RISC-V ABIs Specification, R_RISCV_ALIGN). This does it in
 * the bytes of an object, as a linker does that shortens nothing else: the code is then as it will be in every kernel.
 */
final class CodeAlignment {
    private static final int ALIGN = 43;
    private static final int SECTION_HEADER = 64;
    private static final int SIZE_IN_HEADER = 32;
    private static final int ENTRY = 24;
    private static final int NOP = 0x13;
    private static final short SHORT_NOP = 1;

    private final ElfFile file;
    private final Sections sections;
    private final ByteBuffer bytes;

    /** Bytes that go: up to where the padding that is needed reaches, how long it is, and how many go before. */
    private record Cut(int from, int to, int padding, int gone) {}

    private CodeAlignment(ElfFile file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(file.header().order());
        sections = file.sections();
    }

    /**
     * Whether an object has padding that is too long.
     *
     * @throws EngineException with code {@code bad-object} for padding that no linker could apply
     */
    static boolean isNeeded(ElfFile file) throws EngineException {
        boolean possible =
                file.header().machine() == Elf.EM_RISCV && file.header().is64();
        for (int i = 1; possible && i < file.sections().count(); i++) {
            if (isTable(file.sections(), i) && !cuts(file, i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the padding away.
     *
     * @param file the object
     * @param bytes all its bytes, which are changed
     * @return the object as it will be linked
     * @throws EngineException with code {@code bad-object}
     */
    static ElfFile applied(ElfFile file, byte[] bytes) throws EngineException {
        CodeAlignment alignment = new CodeAlignment(file, bytes);
        BitSet shortened = new BitSet();
        for (int i = 1; i < file.sections().count(); i++) {
            List<Cut> cuts = isTable(file.sections(), i) ? cuts(file, i) : List.of();
            if (!cuts.isEmpty()) {
                int section = file.sections().info(i);
                require(file, section, !shortened.get(section)); // a second table's places are not those of the first
                shortened.set(section);
                alignment.apply(cuts, section);
            }
        }
        return ElfFile.of(file.name(), bytes);
    }

    private static boolean isTable(Sections sections, int i) {
        return relocatesLoaded(sections, i) && sections.isExecutable(sections.info(i));
    }

    private static boolean relocatesLoaded(Sections sections, int i) {
        int target = sections.info(i);
        return sections.type(i) == Elf.SHT_RELA
                && target > 0
                && target < sections.count()
                && sections.isAllocated(target);
    }

    /** Where code is to be aligned it is, since its section is aligned as strictly: the address matters not. */
    private static List<Cut> cuts(ElfFile file, int table) throws EngineException {
        Relocations relocations = file.relocations(table);
        int section = relocations.target();
        long size = file.sections().isNoBits(section) ? 0 : file.sections().size(section);
        List<Cut> cuts = new ArrayList<>();
        long gone = 0;
        long end = 0;
        for (int i = 0; i < relocations.count(); i++) {
            long room = relocations.addend(i);
            if (relocations.type(i) == ALIGN && room > 0) {
                long at = relocations.offset(i);
                long align = Long.highestOneBit(room) << 1;
                long padding = -(at - gone) & align - 1;
                boolean ordered = at >= end;
                boolean inside = room <= size - at;
                require(file, section, ordered && inside && padding <= room);
                require(file, section, align <= file.sections().align(section));
                end = at + room;
                if (padding < room) {
                    cuts.add(new Cut((int) (at + padding), (int) (at + room), (int) padding, (int) gone));
                    gone += room - padding;
                }
            }
        }
        return cuts;
    }

    private static void require(ElfFile file, int section, boolean holds) throws EngineException {
        if (!holds) {
            throw new EngineException(
                    "bad-object",
                    file.name(),
                    file.sections().name(section),
                    "its code cannot be aligned as R_RISCV_ALIGN wants it",
                    "compile it again");
        }
    }

    private void apply(List<Cut> cuts, int section) throws EngineException {
        file.content(section); // refuses a section that lies outside of the file
        shorten(cuts, section);
        for (int i = 1; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_SYMTAB) {
                moveSymbols(cuts, section, (int) sections.offset(i));
            } else if (relocatesLoaded(sections, i)) {
                moveRelocations(cuts, section, i);
            }
        }
    }

    private void shorten(List<Cut> cuts, int section) {
        int start = (int) sections.offset(section);
        int end = (int) sections.size(section);
        for (Cut cut : cuts) {
            fill(start + cut.from() - cut.padding(), cut.padding());
        }
        int to = cuts.getFirst().from();
        for (int i = 0; i < cuts.size(); i++) {
            int from = cuts.get(i).to();
            int next = i + 1 < cuts.size() ? cuts.get(i + 1).from() : end;
            System.arraycopy(bytes.array(), start + from, bytes.array(), start + to, next - from);
            to += next - from;
        }
        int header = (int) file.header().sectionOffset() + section * SECTION_HEADER;
        bytes.putLong(header + SIZE_IN_HEADER, to);
    }

    private void fill(int at, int padding) {
        for (int i = 0; i + Integer.BYTES <= padding; i += Integer.BYTES) {
            bytes.putInt(at + i, NOP);
        }
        if (padding % Integer.BYTES != 0) {
            bytes.putShort(at + padding - Short.BYTES, SHORT_NOP);
        }
    }

    private void moveSymbols(List<Cut> cuts, int section, int table) throws EngineException {
        Symbols symbols = file.symbols();
        for (int i = 1; i < symbols.count(); i++) {
            if (symbols.section(i) == section) {
                long value = moved(cuts, symbols.value(i));
                bytes.putLong(table + i * ENTRY + 8, value);
                bytes.putLong(table + i * ENTRY + 16, moved(cuts, symbols.value(i) + symbols.size(i)) - value);
            }
        }
    }

    /** Those in the section move with its code, and so does what is so far behind its beginning. */
    private void moveRelocations(List<Cut> cuts, int section, int table) throws EngineException {
        Relocations relocations = file.relocations(table);
        int start = (int) sections.offset(table);
        for (int i = 0; i < relocations.count(); i++) {
            if (relocations.target() == section) {
                bytes.putLong(start + i * ENTRY, moved(cuts, relocations.offset(i)));
            }
            int symbol = relocations.symbol(i);
            boolean begins = file.symbols().type(symbol) == Elf.STT_SECTION
                    && file.symbols().section(symbol) == section;
            if (begins) {
                bytes.putLong(start + i * ENTRY + 16, moved(cuts, relocations.addend(i)));
            }
        }
    }

    private static long moved(List<Cut> cuts, long place) {
        int low = 0;
        int high = cuts.size();
        while (low < high) { // before low they begin before the place, from high on they do not
            int middle = low + high >>> 1;
            if (cuts.get(middle).from() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return place;
        }
        Cut last = cuts.get(low - 1);
        return place - last.gone() - Math.min(place - last.from(), last.to() - last.from());
    }
}
