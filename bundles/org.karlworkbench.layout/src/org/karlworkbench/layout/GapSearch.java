package org.karlworkbench.layout;

import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * Where the gap lies in a kernel of which only the symbols are known (KARL.md section A1): in each of the gap's output
 * sections behind the head's pieces, in the text from the next page boundary, up to the first piece of the body. What
 * the linker put there for alignment cannot be told from the gap and counts as gap. Nothing is added where the bytes are
 * not the pad pattern.
 */
final class GapSearch {
    private static final long NONE = -1;

    private final ElfFile kernel;
    private final LoadedKit kit;
    private final Regions regions;
    private final Places places;
    private final Set<String> head;
    private final Set<String> placed = new HashSet<>();

    GapSearch(ElfFile kernel, LoadedKit kit, Regions regions, Places places) {
        this.kernel = kernel;
        this.kit = kit;
        this.regions = regions;
        this.places = places;
        this.head = new HashSet<>(kit.plan().head());
        for (int row = 0; row < places.count(); row++) {
            placed.add(places.object(row) + ' ' + places.sectionIndex(row));
        }
    }

    void addTo(Places.Builder builder) throws EngineException {
        long endboot = endboot(kernel.symbols());
        if (endboot == -1) {
            return;
        }
        for (String section : new String[] {".text", ".rodata", ".data", ".bss"}) {
            add(builder, section, endboot);
        }
    }

    /** The address of {@code endboot}, or -1 when the kernel does not have it. */
    static long endboot(Symbols symbols) {
        int found = symbols.find("endboot");
        return found < 0 || symbols.section(found) == Symbols.UNDEFINED ? -1 : symbols.value(found);
    }

    private void add(Places.Builder builder, String section, long endboot) throws EngineException {
        boolean text = section.equals(".text");
        int region = text ? regions.rows().at(endboot) : kernel.sections().find(section);
        region = text && region >= 0 ? regions.rows().source(region) : region;
        if (region < 0 || region >= kernel.sections().count()) {
            return;
        }
        long from = headEnd(region, text ? endboot : bodyBegin(region, section));
        if (text) {
            long page = Math.max(kit.plan().page(), 1);
            from = (from + page - 1) & -page;
        } else {
            from = (from + GapName.ALIGNMENT - 1) & -GapName.ALIGNMENT;
        }
        long to = bodyStart(region, text ? endboot : from);
        if (kernel.sections().isNoBits(region)) {
            to = mayHoldMore(section, to - from) ? from : to;
        } else {
            to = padEnd(region, from, to);
        }
        if (Long.compareUnsigned(from, to) < 0 && (!text || Long.compareUnsigned(to, endboot) >= 0)) {
            builder.add(PlaceKind.INPUT, Places.GAP, section, -1, regions.name(region), from, to - from);
        }
    }

    private long headEnd(int region, long before) {
        long end = regions.address(region);
        for (int row = 0; row < places.count(); row++) {
            boolean of = head.contains(places.object(row)) && isIn(region, row);
            if (of && isBefore(region, end, places.end(row)) && !isBefore(region, before, places.end(row))) {
                end = places.end(row);
            }
        }
        return end;
    }

    /**
     * Where the first piece of body and tail lies that has the gap's own name, or else one like it. What the head has
     * behind that was collected by a later statement of the script, and the gap is not behind it.
     */
    private long bodyBegin(int region, String section) {
        long own = NONE;
        long like = regions.end(region);
        for (int row = places.count() - 1; row >= 0; row--) {
            boolean body = !head.contains(places.object(row)) && places.size(row) != 0 && isIn(region, row);
            if (body && places.section(row).equals(section)) {
                own = places.address(row);
            } else if (body && places.section(row).startsWith(section + ".")) {
                like = places.address(row);
            }
        }
        return own == NONE ? like : own;
    }

    private long bodyStart(int region, long from) {
        for (int row = from == 0 ? 0 : places.floor(from - 1) + 1; row < places.count(); row++) {
            boolean body = !head.contains(places.object(row)) && places.size(row) != 0;
            if (body && isIn(region, row)) {
                return places.address(row);
            }
        }
        return regions.end(region);
    }

    private boolean isIn(int region, int row) {
        return places.output(row).equals(regions.name(region))
                && regions.holds(region, places.address(row), places.size(row));
    }

    private boolean isBefore(int region, long a, long b) {
        return Long.compareUnsigned(a - regions.address(region), b - regions.address(region)) < 0;
    }

    /** Whether an object's section that has no place could lie in a hole of zeros, so that nobody knows the gap. */
    private boolean mayHoldMore(String section, long hole) {
        for (ObjectFile object : kit.objects()) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                boolean fits = sections.isNoBits(i) && sections.size(i) != 0 && sections.size(i) <= hole;
                if (fits && sections.name(i).startsWith(section) && !placed.contains(object.name() + ' ' + i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How far the pad reaches from an address on, in whole words. */
    private long padEnd(int region, long from, long to) throws EngineException {
        byte[] bytes = kernel.content(region);
        byte[] pad = pad();
        long start = from - regions.address(region);
        long limit = Math.min(to - regions.address(region), bytes.length);
        long at = start;
        while (at < limit && bytes[(int) at] == pad[(int) (at - start) & 3]) {
            at++;
        }
        return regions.address(region) + (at == limit ? at : at & -GapName.ALIGNMENT);
    }

    private byte[] pad() {
        long word = kit.plan().pad();
        boolean big = kernel.header().order() == ByteOrder.BIG_ENDIAN;
        byte[] pad = new byte[4];
        for (int i = 0; i < pad.length; i++) {
            pad[i] = (byte) (word >>> 8 * (big ? 3 - i : i));
        }
        return pad;
    }
}
