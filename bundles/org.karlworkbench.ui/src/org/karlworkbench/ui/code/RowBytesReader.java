package org.karlworkbench.ui.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.verify.RelocatedFields;

/** Reads the bytes of a row, those of the objects that brought them, and where a linker writes in them. */
final class RowBytesReader {
    /** How many bytes are shown of one row. */
    private static final int MOST = 1 << 18;

    private final Layout layout;
    private final long address;
    private final long size;
    private final BitSet known = new BitSet();
    private final BitSet written = new BitSet();
    private final List<RowBytes.Field> fields = new ArrayList<>();
    private byte[] bytes;
    private byte[] own;

    private RowBytesReader(RowItem item) {
        Rows rows = item.table().rows(item.layout());
        layout = item.layout();
        address = rows.address(item.row());
        size = rows.size(item.row());
    }

    /** Reads; not for the UI thread. */
    static RowBytes read(RowItem item, Progress progress) throws EngineException {
        return new RowBytesReader(item).read(progress);
    }

    private RowBytes read(Progress progress) throws EngineException {
        try (ElfFile file = ElfFile.open(layout.kernel())) {
            bytes = file.loaded(address, (int) Math.min(Long.compareUnsigned(size, MOST) < 0 ? size : MOST, MOST));
        }
        own = new byte[bytes.length];
        LoadedKit kit = bytes.length == 0 ? null : LayoutSource.kitOrNull(layout, progress);
        if (kit != null) {
            Places places = layout.places();
            for (int row = Math.max(0, places.floor(address));
                    row < places.count() && places.address(row) - address < bytes.length;
                    row++) {
                progress.checkCancelled();
                addPiece(kit, places, row);
            }
        }
        fields.sort(Comparator.comparingInt(RowBytes.Field::at));
        return new RowBytes(address, bytes, own, known, written, fields, size - bytes.length);
    }

    private void addPiece(LoadedKit kit, Places places, int row) throws EngineException {
        ObjectFile object = places.kind(row) == PlaceKind.INPUT ? kit.object(places.object(row)) : null;
        int section = places.sectionIndex(row);
        if (object == null || section <= 0 || section >= object.sections().count()) {
            return;
        }
        byte[] content = object.content(section);
        if (content == null) {
            return;
        }
        long distance = places.address(row) - address;
        if (distance >= bytes.length || distance <= -content.length) {
            return;
        }
        int shift = (int) distance;
        int from = Math.max(0, shift);
        int to = (int) Math.min(bytes.length, distance + content.length);
        System.arraycopy(content, from - shift, own, from, to - from);
        known.set(from, to);
        addFields(object, section, shift);
    }

    private void addFields(ObjectFile object, int section, int shift) throws EngineException {
        RelocatedFields relocated = new RelocatedFields(object);
        for (long field : relocated.of(section)) {
            int from = Math.max(0, RelocatedFields.from(field) + shift);
            int to = Math.min(bytes.length, RelocatedFields.to(field) + shift);
            if (from < to) {
                written.set(from, to);
            }
        }
        for (Relocations table : relocated.tables(section)) {
            for (int i = 0; i < table.count(); i++) {
                long at = table.offset(i) + shift;
                if (at >= 0 && at < bytes.length) {
                    fields.add(new RowBytes.Field((int) at, names(object, table, i)));
                }
            }
        }
    }

    private static String names(ObjectFile object, Relocations table, int i) {
        Symbols symbols = object.symbols();
        int symbol = table.symbol(i);
        String name = symbols.type(symbol) == Elf.STT_SECTION && symbols.isInSection(symbol)
                ? object.sections().name(symbols.section(symbol))
                : symbols.name(symbol);
        return name + Formats.distance(table.addend(i));
    }
}
