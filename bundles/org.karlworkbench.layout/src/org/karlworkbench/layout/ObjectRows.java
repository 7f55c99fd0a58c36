package org.karlworkbench.layout;

import java.util.Arrays;
import org.karlworkbench.kit.GapName;

/**
 * The table of objects: one row for each piece that an object put into the kernel, the gap's five pieces, and what lies
 * between them.
 */
final class ObjectRows {
    private static final int FILL_KEY = -1;

    /** From this key down, the gap's five pieces. */
    private static final int GAP_KEY = -2;

    /** Keys below this one name a region that has no places at all: made by the linker as a whole. */
    private static final int REGION_KEY = -16;

    private final Regions regions;
    private final Places places;
    private final Names objects;
    private final long endboot;
    private final RowsBuilder rows;
    private final RowsBuilder gaps = new RowsBuilder(8);
    private final int[] regionOf;

    /**
     * Prepares the table.
     *
     * @param complete whether the places leave nothing out, so that holes are alignment
     * @param endboot where the first of the gap's two pieces in the text ends, or -1
     */
    ObjectRows(Regions regions, Places places, Names objects, boolean complete, long endboot) {
        this.regions = regions;
        this.places = places;
        this.objects = objects;
        this.endboot = endboot;
        rows = new RowsBuilder(places.count() + 64);
        regionOf = new int[places.count()];
        findRegions();
        addPlaces();
        if (complete) {
            addHoles();
        }
    }

    Rows rows() {
        return rows.build(regions, objects, this::name);
    }

    Rows gaps() {
        return gaps.build(regions, objects, this::name);
    }

    /** For each place the region that holds it, or -1. */
    int[] regionOf() {
        return regionOf;
    }

    private void findRegions() {
        int hint = -1;
        for (int row = 0; row < places.count(); row++) {
            int region = regions.find(places.output(row), hint, places.address(row), places.size(row));
            regionOf[row] = region;
            hint = region < 0 ? hint : region;
        }
    }

    private void addPlaces() {
        for (int row = 0; row < places.count(); row++) {
            boolean gap =
                    places.kind(row) == PlaceKind.INPUT && places.object(row).equals(Places.GAP);
            if (regionOf[row] >= 0 && gap) {
                addGap(row);
            } else if (regionOf[row] >= 0) {
                boolean pool = places.kind(row) == PlaceKind.MERGED;
                int object = pool || places.object(row).isEmpty() ? -1 : objects.number(places.object(row));
                rows.add(kind(row), places.address(row), places.size(row), regionOf[row], object, row, row);
            }
        }
    }

    private Kind kind(int row) {
        return switch (places.kind(row)) {
            case INPUT -> Kind.OBJECT;
            case COMMON -> Kind.COMMON;
            case MERGED, LINKER -> Kind.LINKER; // a pool holds what many objects brought
            case FILL -> Kind.FILL;
        };
    }

    private void addGap(int row) {
        GapName piece = GapPieces.of(places.section(row));
        long address = places.address(row);
        long size = places.size(row);
        if (piece == null) {
            return;
        }
        if (piece == GapName.TEXT0 && Long.compareUnsigned(endboot - address, size) <= 0 && endboot != -1) {
            addGap(row, GapName.TEXT0, address, endboot - address);
            addGap(row, GapName.TEXT1, endboot, address + size - endboot);
        } else {
            addGap(row, piece, address, size);
        }
    }

    private void addGap(int row, GapName piece, long address, long size) {
        int object = objects.number(Places.GAP);
        rows.add(Kind.GAP, address, size, regionOf[row], object, row, GAP_KEY - piece.ordinal());
        gaps.add(Kind.GAP, address, size, regionOf[row], object, row, GAP_KEY - piece.ordinal());
    }

    private void addHoles() {
        long[] reached = new long[regions.count()];
        Arrays.setAll(reached, regions::address);
        boolean[] used = new boolean[regions.count()];
        for (int row = 0; row < places.count(); row++) {
            int region = regionOf[row];
            if (region >= 0) {
                used[region] = true;
                addHole(region, reached[region], places.address(row));
                reached[region] = later(regions.address(region), reached[region], places.end(row));
            }
        }
        for (int row = 0; row < regions.rows().count(); row++) {
            int region = regions.rows().source(row);
            long size = regions.end(region) - regions.address(region);
            if (used[region]) {
                addHole(region, reached[region], regions.end(region));
            } else if (size != 0) {
                rows.add(Kind.LINKER, regions.address(region), size, region, -1, -1, REGION_KEY - region);
            }
        }
    }

    /** The greater of two addresses of a region, right even where the region ends at the top of the address space. */
    private static long later(long base, long a, long b) {
        return Long.compareUnsigned(a - base, b - base) >= 0 ? a : b;
    }

    private void addHole(int region, long from, long to) {
        long base = regions.address(region);
        if (Long.compareUnsigned(from - base, to - base) < 0) {
            rows.add(Kind.FILL, from, to - from, region, -1, -1, FILL_KEY);
        }
    }

    /** Whether a key names one of the gap's pieces. */
    static boolean isGap(int key) {
        return key <= GAP_KEY && key > REGION_KEY;
    }

    /** The name of a gap's piece by its key. */
    static String gapName(int key) {
        return GapName.values()[GAP_KEY - key].label();
    }

    private String name(int key) {
        if (key <= REGION_KEY) {
            return regions.name(REGION_KEY - key);
        }
        if (isGap(key)) {
            return gapName(key);
        }
        if (key == FILL_KEY || places.kind(key) == PlaceKind.FILL) {
            return "fill";
        }
        boolean named =
                places.kind(key) == PlaceKind.COMMON || places.object(key).isEmpty();
        return named ? places.section(key) : places.object(key);
    }
}
