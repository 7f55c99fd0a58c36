package org.karlworkbench.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.verify.RelocatedFields;

/** Where in a kernel's pieces the linker wrote, as the kit's objects tell. For one thread. */
public final class PieceFields {
    private final Layout layout;
    private final LoadedKit kit;
    private final Map<String, RelocatedFields> objects = new HashMap<>();
    private final long[][] fields;

    /**
     * Prepares a kernel; objects are looked at when they are asked for.
     *
     * @param kit its kit, or null: then nothing is known
     */
    public PieceFields(Layout layout, LoadedKit kit) {
        this.layout = layout;
        this.kit = kit;
        fields = new long[layout.places().count()][];
    }

    /**
     * The relocated fields of a piece, ascending, as {@link RelocatedFields#of} gives them.
     *
     * @param piece a row of {@link Layout#objects}
     * @return them; null where the kit does not tell; not to be changed
     * @throws EngineException when the object had to be read again and has changed
     */
    public long[] of(int piece) throws EngineException {
        Rows rows = layout.objects();
        int place = rows.source(piece);
        if (kit == null || place < 0 || rows.kind(piece) != Kind.OBJECT) {
            return null;
        }
        if (fields[place] == null) {
            fields[place] = read(layout.places(), place);
        }
        return fields[place];
    }

    private long[] read(Places places, int place) throws EngineException {
        ObjectFile object = kit.object(places.object(place));
        int section = places.sectionIndex(place);
        if (object == null || !fits(object.sections(), section, places.size(place))) {
            return null;
        }
        return relocated(object).of(section);
    }

    private RelocatedFields relocated(ObjectFile object) {
        return objects.computeIfAbsent(object.name(), _ -> new RelocatedFields(object));
    }

    private static boolean fits(Sections sections, int section, long size) {
        return section > 0 && section < sections.count() && sections.size(section) == size;
    }

    /**
     * Whether bytes of a piece lie in a relocated field.
     *
     * @param from offset in the piece of the first byte
     * @param to offset behind the last
     * @return false also where nothing is known
     * @throws EngineException when the object had to be read again and has changed
     */
    public boolean touches(int piece, long from, long to) throws EngineException {
        long[] known = of(piece);
        if (known == null) {
            return false;
        }
        int at = Arrays.binarySearch(known, to << Integer.SIZE);
        for (int field = (at < 0 ? -at - 1 : at) - 1; field >= 0; field--) {
            if (RelocatedFields.to(known[field]) > from) {
                return true;
            }
            if (from - RelocatedFields.from(known[field]) > Long.BYTES) {
                return false;
            }
        }
        return false;
    }

    /**
     * What the linker wrote at a place.
     *
     * @param piece a row of {@link Layout#objects}
     * @param offset a byte of the piece
     * @return the name of what the relocation means, a section's where it means one; empty where none is
     * @throws EngineException when the object had to be read again and has changed
     */
    public Optional<String> target(int piece, long offset) throws EngineException {
        if (!touches(piece, offset, offset + 1)) {
            return Optional.empty();
        }
        int place = layout.objects().source(piece);
        ObjectFile object = kit.object(layout.places().object(place));
        String name = "";
        long nearest = -1;
        for (Relocations table : relocated(object).tables(layout.places().sectionIndex(place))) {
            for (int i = 0; i < table.count(); i++) {
                long at = table.offset(i);
                if (at <= offset && at > nearest) {
                    nearest = at;
                    name = name(object, table.symbol(i));
                }
            }
        }
        return Optional.of(name);
    }

    private static String name(ObjectFile object, int symbol) {
        Symbols symbols = object.symbols();
        if (symbol <= 0 || symbol >= symbols.count()) {
            return "";
        }
        String name = symbols.name(symbol);
        return name.isEmpty() && symbols.isInSection(symbol) ? object.sections().name(symbols.section(symbol)) : name;
    }
}
