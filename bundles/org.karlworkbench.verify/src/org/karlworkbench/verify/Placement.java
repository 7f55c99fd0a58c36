package org.karlworkbench.verify;

import java.util.BitSet;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/** Which section of which object each row of the places means. Tells the objects where their sections lie. */
final class Placement {
    private static final int NONE = -1;

    private final Places places;
    private final LinkedObjects linked;
    /** By the number of the object's name. */
    private final Input[] objects;

    private final Input[] rows;
    private final int[] sections;
    private final BitSet repeated = new BitSet();

    Placement(Places places, LinkedObjects linked) {
        this.places = places;
        this.linked = linked;
        objects = new Input[places.nameCount()];
        rows = new Input[places.count()];
        sections = new int[places.count()];
        for (int row = 0; row < rows.length; row++) {
            sections[row] = NONE;
            if (places.kind(row) == PlaceKind.INPUT || places.kind(row) == PlaceKind.MERGED) {
                find(row);
            }
        }
    }

    private void find(int row) {
        Input input = object(row);
        if (input == null) {
            return;
        }
        int section = input.section(places.sectionIndex(row), plainName(places.section(row)), places.size(row));
        if (section < 0) {
            return;
        }
        rows[row] = input;
        sections[row] = section;
        if (places.kind(row) == PlaceKind.INPUT && input.isPlaced(section)) {
            repeated.set(row);
        }
        if (isWhole(row)) {
            input.place(section, places.address(row));
        } else {
            input.place(section);
        }
    }

    private Input object(int row) {
        int number = places.objectNumber(row);
        if (objects[number] == null) {
            objects[number] = linked.find(places.object(row));
        }
        return objects[number];
    }

    /** Whether a row is its section as it stands in the object, not what was left of it after merging. */
    boolean isWhole(int row) {
        Input input = rows[row];
        int section = sections[row];
        boolean same = input.sections().size(section) == places.size(row);
        return same && (places.kind(row) == PlaceKind.INPUT || input.facts().isRelocated(section));
    }

    /** Whether a row is what a linker left of a section of which it merged the entries with others. */
    boolean isMerged(int row) {
        return rows[row] != null && rows[row].facts().isMergeable(sections[row]) && !isWhole(row);
    }

    /** The object of a row, or null if the link has no such. */
    Input input(int row) {
        return rows[row];
    }

    /** The section of a row in its object, or -1. */
    int section(int row) {
        return sections[row];
    }

    /** Whether a row means a section that an earlier one means too. */
    boolean isRepeated(int row) {
        return repeated.get(row);
    }

    /** The name of a row's section. lld splits unwind tables and then appends an offset to the name. */
    String name(int row) {
        return plainName(places.section(row));
    }

    private static String plainName(String section) {
        int plus = section.startsWith(".eh_frame") ? section.indexOf("+0x") : -1;
        return plus > 0 ? section.substring(0, plus) : section;
    }
}
