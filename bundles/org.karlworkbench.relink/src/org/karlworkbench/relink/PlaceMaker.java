package org.karlworkbench.relink;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/**
 * Turns a linker's map into places: the map's names become objects and section indices of the kit, and only what lies
 * in a loaded section of the kernel is kept.
 */
final class PlaceMaker {
    private static final int NONE = -1;
    private static final int UNASKED = -2;
    private static final int MOST_TRIES = 64;
    private static final String INTERNAL = "<internal>";
    private static final String EH_FRAME = ".eh_frame";

    /** Sections that linkers take apart and write anew. */
    private static final Set<String> EDITED =
            Set.of(EH_FRAME, ".note.gnu.property", ".MIPS.options", ".reginfo", ".MIPS.abiflags");

    private final LinkMap map;
    private final KitIndex index;
    private final ObjectFile gap;
    private final String gapArgument;
    private final Sections kernel;
    private final String[] objectNames;
    private final int[] objects;
    private final int[] names;
    private final int[] outputs;
    private final BitSet used;
    private final int[] starts;
    private final Places.Builder places = new Places.Builder();

    /**
     * A maker for one link.
     *
     * @param map what the linker said
     * @param kit the kit that it linked
     * @param gap the gap, or null
     * @param kernel the sections of what it wrote
     */
    PlaceMaker(LinkMap map, LoadedKit kit, ObjectFile gap, Sections kernel) {
        this.map = map;
        this.index = KitIndex.of(kit);
        this.gap = gap;
        this.gapArgument = gap == null ? null : gap.path().toString();
        this.kernel = kernel;
        this.objectNames = new String[map.names().count()];
        this.objects = unasked(map.names().count());
        this.names = unasked(map.names().count());
        this.outputs = unasked(map.names().count());
        this.used = new BitSet(index.count());
        this.starts = new int[index.count()];
    }

    /** The places of all rows that lie in a loaded section. */
    Places places() {
        for (int row = 0; row < map.count(); row++) {
            int output = output(row);
            if (output > 0) {
                row(row, output);
            }
        }
        return places.build();
    }

    private void row(int row, int output) {
        switch (map.kind(row)) {
            case LinkMap.FILL -> {}
            case LinkMap.MADE -> add(PlaceKind.LINKER, row, "", NONE);
            case LinkMap.COMMON -> add(PlaceKind.COMMON, row, objectName(row), NONE);
            default -> section(row, output);
        }
    }

    private void section(int row, int output) {
        String section = sectionName(row);
        String object = objectName(row);
        if (object.equals(INTERNAL)) {
            add(index.isPool(section) ? PlaceKind.MERGED : PlaceKind.LINKER, row, "", NONE);
        } else if (object.equals(Places.GAP) && gap != null) {
            gap(row, section);
        } else if (EDITED.contains(section) || section.startsWith(EH_FRAME + "+")) {
            add(PlaceKind.LINKER, row, "", NONE);
        } else {
            ofKit(row, output, object);
        }
    }

    /** The gap's sections that have a size; hppa's ld puts an empty one of the same name beside .text. */
    private void gap(int row, String section) {
        if (map.size(row) != 0) {
            add(PlaceKind.INPUT, row, Places.GAP, gap.sections().find(section));
        }
    }

    private void ofKit(int row, int output, String object) {
        int number = objectNumber(row, object);
        int first = index.first(number, nameNumber(map.section(row)));
        int found = find(row, first);
        if (found >= 0 && index.mergeable(found)) {
            merged(row, output, object, found);
        } else if (first >= 0 || number < 0 && !object.isEmpty()) {
            add(PlaceKind.INPUT, row, object, found < 0 ? NONE : index.index(found));
        } else {
            add(PlaceKind.LINKER, row, "", NONE); // ld writes what it makes to the account of the first object
        }
    }

    /**
     * A section that GNU ld may have merged with others. What the map gives as the size of one that was merged away is
     * no size: the next row tells.
     */
    private void merged(int row, int output, String object, int found) {
        long end = kernel.address(output) + kernel.size(output);
        if (row + 1 < map.count() && map.output(row + 1) == map.output(row)) {
            long next = map.address(row + 1);
            end = Long.compareUnsigned(next, map.address(row)) >= 0 && Long.compareUnsigned(next, end) < 0 ? next : end;
        }
        long size = Math.min(map.size(row), end - map.address(row));
        places.add(
                PlaceKind.MERGED,
                object,
                sectionName(row),
                index.index(found),
                kernel.name(output),
                map.address(row),
                size);
    }

    private void add(PlaceKind kind, int row, String object, int sectionIndex) {
        String output = map.names().name(map.output(row));
        places.add(kind, object, sectionName(row), sectionIndex, output, map.address(row), map.size(row));
    }

    /** The kit's section that a row means: the first of its name that has not been met and has its size. */
    private int find(int row, int first) {
        if (first < 0) {
            return NONE;
        }
        if (index.next(first) < 0) {
            return used.get(first) ? NONE : met(first);
        }
        long size = map.before(row) == LinkMap.UNKNOWN ? map.size(row) : map.before(row);
        int tries = 0;
        for (int each = start(first); each >= 0 && tries < MOST_TRIES; each = index.next(each)) {
            if (!used.get(each) && index.size(each) == size) {
                return met(each);
            }
            tries++;
        }
        return NONE;
    }

    private int met(int section) {
        used.set(section);
        return section;
    }

    /** The first section of a chain that has not been met, or -1. */
    private int start(int first) {
        int start = starts[first] == 0 ? first : starts[first] - 1;
        while (start >= 0 && used.get(start)) {
            start = index.next(start);
        }
        starts[first] = start < 0 ? 0 : start + 1;
        return start;
    }

    /** The kernel's loaded section in which a row lies, or -1. */
    private int output(int row) {
        int number = map.output(row);
        if (number < 0) {
            return NONE;
        }
        if (outputs[number] == UNASKED) {
            outputs[number] = kernel.find(map.names().name(number));
        }
        int section = outputs[number];
        return section < 0 || holds(section, row) ? section : other(section, row);
    }

    /** Two output sections can have one name. */
    private int other(int section, int row) {
        String name = kernel.name(section);
        for (int i = section + 1; i < kernel.count(); i++) {
            if (holds(i, row) && kernel.name(i).equals(name)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean holds(int section, int row) {
        long offset = map.address(row) - kernel.address(section);
        return kernel.isAllocated(section)
                && Long.compareUnsigned(offset, kernel.size(section)) <= 0
                && map.size(row) >= 0
                && (map.size(row) <= kernel.size(section) - offset || map.before(row) != LinkMap.UNKNOWN);
    }

    private String sectionName(int row) {
        return map.names().name(map.section(row));
    }

    private String objectName(int row) {
        int number = map.object(row);
        if (number < 0) {
            return "";
        }
        if (objectNames[number] == null) {
            String name = map.names().name(number);
            objectNames[number] = name.equals(gapArgument) ? Places.GAP : Inputs.object(name);
        }
        return objectNames[number];
    }

    private int objectNumber(int row, String object) {
        int number = map.object(row);
        if (number < 0) {
            return NONE;
        }
        if (objects[number] == UNASKED) {
            objects[number] = index.object(object);
        }
        return objects[number];
    }

    private int nameNumber(int number) {
        if (names[number] == UNASKED) {
            names[number] = index.name(map.names().name(number));
        }
        return names[number];
    }

    private static int[] unasked(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, UNASKED);
        return numbers;
    }
}
