package org.karlworkbench.compare;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.verify.LinkerSections;

/** One of the two kernels while their contents are compared: its bytes, and what its kit tells of relocated fields. */
final class Side implements AutoCloseable {
    private final Layout layout;
    private final LoadedKit kit;
    private final KernelBytes bytes;
    private final long threadBase;
    private final PieceFields fields;

    Side(Layout layout, LoadedKit kit) throws EngineException {
        this.layout = layout;
        this.kit = kit;
        bytes = new KernelBytes(layout);
        threadBase = layout.threadBase();
        fields = new PieceFields(layout, kit);
    }

    Layout layout() {
        return layout;
    }

    /** The address of a symbol's bytes; a thread-local one's lie in the template. */
    long address(int symbolRow) {
        Rows rows = layout.symbols();
        boolean thread = layout.symbolTable().type(rows.source(symbolRow)) == Elf.STT_TLS;
        return thread ? threadBase + rows.address(symbolRow) : rows.address(symbolRow);
    }

    /** Whether the linker makes what a section holds, from the layout: there is nothing of the kit in it. */
    boolean isMade(int section) {
        return section > 0 && LinkerSections.makes(bytes.sections().name(section));
    }

    /** Whether a piece may lie in one kernel only: of a section group one object's copy is kept (gABI, section groups). */
    boolean isShared(int piece) {
        int place = layout.objects().source(piece);
        ObjectFile object =
                kit == null || place < 0 ? null : kit.object(layout.places().object(place));
        int section = object == null ? -1 : layout.places().sectionIndex(place);
        return section > 0
                && section < object.sections().count()
                && (object.sections().flags(section) & Elf.SHF_GROUP) != 0;
    }

    /** Whether both kernels were linked from one kit. */
    boolean hasSameKit(Side other) throws EngineException {
        return kit != null && other.kit != null && kit.digest().equals(other.kit.digest());
    }

    /** Whether the bytes of a symbol are those of the object at whose place it lies. */
    boolean isAsInKit(int symbolRow) throws EngineException {
        long address = address(symbolRow);
        long size = layout.symbols().size(symbolRow);
        int section = layout.symbols().sectionIndex(symbolRow);
        if (size == 0 || !hasBytes(section, address, size)) {
            return true;
        }
        Stretch stretch = stretch(section, address);
        int piece = layout.objects().at(address);
        if (stretch.fields() == null
                || Long.compareUnsigned(address + size, layout.objects().end(piece)) > 0) {
            return false;
        }
        int place = layout.objects().source(piece);
        ObjectFile object = kit.object(layout.places().object(place));
        byte[] content = object.content(layout.places().sectionIndex(place));
        Stretch original = new Stretch(content, stretch.offset(), stretch.fields(), stretch.offset());
        return Stretch.compare(stretch, original, Math.toIntExact(size)) == Verdict.SAME;
    }

    /** Whether the kernel's file holds the bytes of a row. */
    boolean hasBytes(int section, long address, long size) {
        return bytes.has(section) && bytes.holds(section, address, size);
    }

    /** The bytes from an address on, with the fields of the piece at which they lie. */
    Stretch stretch(int section, long address) throws EngineException {
        int piece = layout.objects().at(address);
        int start = Math.toIntExact(address - bytes.sections().address(section));
        long[] known = piece < 0 ? null : fields.of(piece);
        int offset =
                known == null ? 0 : Math.toIntExact(address - layout.objects().address(piece));
        return new Stretch(bytes.of(section), start, known, offset);
    }

    @Override
    public void close() {
        bytes.close();
    }
}
