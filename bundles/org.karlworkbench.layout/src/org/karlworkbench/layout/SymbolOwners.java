package org.karlworkbench.layout;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/**
 * Gives each symbol row its object: that of the piece in which the symbol lies. With a kit the names decide where a
 * symbol stands on the seam of two pieces, and tell what no object defines: that was made by the linker or its script.
 */
final class SymbolOwners {
    private static final int UNKNOWN = -1;

    /** How many places that meet at one address are looked at: empty sections pile up there. */
    private static final int SEAM = 64;

    private final Places places;
    private final Names objects;
    private final Symbols symbols;
    private final KitJoin join;
    private final boolean complete;
    private final long threadBase;
    private final int[][] placesOf;
    private final int[] cursor;
    private final int[] runs;

    /**
     * Prepares the search.
     *
     * @param regionOf for each place its region, or -1
     * @param join the kernel's names beside the kit's, or null without a kit
     * @param complete whether the places leave nothing out
     */
    SymbolOwners(
            Regions regions,
            Places places,
            int[] regionOf,
            Names objects,
            Symbols symbols,
            KitJoin join,
            boolean complete,
            long threadBase) {
        this.places = places;
        this.objects = objects;
        this.symbols = symbols;
        this.join = join;
        this.complete = complete;
        this.threadBase = threadBase;
        placesOf = byRegion(regionOf, regions.count());
        cursor = new int[regions.count()];
        runs = join == null ? null : LocalRuns.owners(join, places);
    }

    private int[][] byRegion(int[] regionOf, int regions) {
        int[] counts = new int[regions];
        for (int region : regionOf) {
            if (region >= 0) {
                counts[region]++;
            }
        }
        int[][] rows = new int[regions][];
        for (int i = 0; i < regions; i++) {
            rows[i] = new int[counts[i]];
            counts[i] = 0;
        }
        for (int row = 0; row < regionOf.length; row++) {
            int region = regionOf[row];
            if (region >= 0) {
                rows[region][counts[region]++] = row;
            }
        }
        return rows;
    }

    /** Fills in objects and kinds, in ascending order of address: one sweep over symbols and places together. */
    void assign(Rows rows) {
        for (int row = 0; row < rows.count(); row++) {
            assign(rows, row, rows.source(row));
        }
        new Neighbours(rows, objects, symbols, join).assign();
    }

    private void assign(Rows rows, int row, int symbol) {
        int region = rows.sectionIndex(row);
        int definer = definer(symbol);
        if (region < 0) {
            rows.setOwner(row, definer, rows.kind(row));
            return;
        }
        boolean thread = symbols.type(symbol) == Elf.STT_TLS;
        int place = place(region, thread ? threadBase + rows.address(row) : rows.address(row), symbol);
        if (definer != UNKNOWN) {
            // The name is surer than the place: a merged string may lie where another object brought it.
            rows.setOwner(row, definer, rows.kind(row));
        } else if (place >= 0 && belongs(place, symbol)) {
            rows.setOwner(row, objects.number(places.object(place)), kind(place, rows.kind(row)));
        } else if (runs != null && runs[symbol] >= 0) {
            rows.setOwner(row, objects.number(join.objects().get(runs[symbol]).name()), rows.kind(row));
        } else if (place >= 0 && places.kind(place) == PlaceKind.MERGED) {
            return; // the pool is said to be one object's, but many brought it
        } else if (join != null ? !join.isInKit(join.name(symbol)) : complete) {
            rows.setOwner(row, UNKNOWN, Kind.LINKER);
        }
    }

    private Kind kind(int place, Kind kind) {
        if (isGap(place)) {
            return Kind.GAP;
        }
        return places.kind(place) == PlaceKind.COMMON ? Kind.COMMON : kind;
    }

    /** Whether a symbol can be one of the object at whose place it lies. */
    private boolean belongs(int place, int symbol) {
        if (places.object(place).isEmpty() || places.kind(place) == PlaceKind.MERGED) {
            return false;
        }
        if (isGap(place)) {
            return symbols.name(symbol).equals("endboot");
        }
        return join == null || join.isInKit(join.name(symbol));
    }

    private boolean isGap(int place) {
        return places.object(place).equals(Places.GAP);
    }

    /** The one object that defines a global name, or -1. */
    private int definer(int symbol) {
        int definer = join == null || !join.isGlobal(symbol) ? UNKNOWN : join.definer(join.name(symbol));
        return definer < 0
                ? UNKNOWN
                : objects.number(join.objects().get(definer).name());
    }

    /** The place in which a symbol lies, or -1. */
    private int place(int region, long address, int symbol) {
        int[] rows = placesOf[region];
        int at = lastUpTo(region, address);
        if (at < 0) {
            return -1;
        }
        int inside =
                Long.compareUnsigned(address - places.address(rows[at]), places.size(rows[at])) < 0 ? rows[at] : -1;
        boolean seam = inside < 0 || places.address(inside) == address;
        return join != null && seam ? onSeam(rows, at, address, symbol, inside) : inside;
    }

    /** The last place of a region that starts at the address or below; addresses come in ascending order. */
    private int lastUpTo(int region, long address) {
        int[] rows = placesOf[region];
        int at = cursor[region];
        while (at < rows.length && Long.compareUnsigned(places.address(rows[at]), address) <= 0) {
            at++;
        }
        cursor[region] = at;
        return at - 1;
    }

    /** Of the places that begin or end at an address the one whose object defines the symbol there. */
    private int onSeam(int[] rows, int at, long address, int symbol, int inside) {
        int last = Math.max(at - SEAM, -1);
        for (int i = at; i > last && touches(rows[i], address); i--) {
            if (defines(rows[i], symbol)) {
                return rows[i];
            }
        }
        return inside;
    }

    private boolean touches(int place, long address) {
        return Long.compareUnsigned(address - places.address(place), places.size(place)) <= 0;
    }

    /** Whether the object of a place has a symbol of the same name, at the right distance from the place's start. */
    private boolean defines(int place, int symbol) {
        if (places.kind(place) != PlaceKind.INPUT) {
            return false;
        }
        ObjectFile object = join.object(places.object(place));
        if (object == null) {
            return false;
        }
        Symbols own = object.symbols();
        int found = own.find(symbols, symbol);
        return found >= 0
                && (places.sectionIndex(place) < 0 || own.section(found) == places.sectionIndex(place))
                && own.value(found) == join.address(symbol) - places.address(place);
    }
}
