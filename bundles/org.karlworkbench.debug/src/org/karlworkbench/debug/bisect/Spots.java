package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/** The places from which distances are measured: where a section begins, and where an object begins in it. */
final class Spots {
    private static final int NONE = -1;

    /**
     * One of them.
     *
     * @param section the number of the section
     * @param object the object; empty for the section itself
     */
    record Spot(int section, String object) {}

    private final List<Spot> spots = new ArrayList<>();
    private final int[] ofSection;
    private final int[] ofBlock;

    /** Those of a kit; any layout of it tells. */
    Spots(LinkedNames names, LinkedLayout layout) {
        ofSection = new int[names.sectionLimit()];
        ofBlock = new int[names.blockLimit()];
        Arrays.fill(ofSection, NONE);
        Arrays.fill(ofBlock, NONE);
        LinkedColumns blocks = layout.blocks();
        Map<Spot, Integer> numbers = new HashMap<>();
        for (int i = 0; i < blocks.count(); i++) {
            int block = blocks.numbers()[i];
            int section = names.sectionOf(block);
            if (section >= 0 && blocks.sizes()[i] > 0) {
                ofSection[section] = number(new Spot(section, ""), numbers);
                String object = names.object(block);
                ofBlock[block] = object.isEmpty() ? NONE : number(new Spot(section, object), numbers);
            }
        }
    }

    private int number(Spot spot, Map<Spot, Integer> numbers) {
        Integer number = numbers.putIfAbsent(spot, spots.size());
        if (number == null) {
            spots.add(spot);
        }
        return numbers.get(spot);
    }

    int count() {
        return spots.size();
    }

    Spot spot(int number) {
        return spots.get(number);
    }

    /** Their addresses in a layout, by their numbers. */
    long[] in(LinkedLayout layout) {
        long[] addresses = new long[spots.size()];
        Arrays.fill(addresses, Long.MAX_VALUE);
        LinkedColumns blocks = layout.blocks();
        for (int i = 0; i < blocks.count(); i++) {
            int block = blocks.numbers()[i];
            if (blocks.sizes()[i] > 0) {
                least(addresses, ofBlock[block], blocks.addresses()[i]);
            }
        }
        LinkedColumns sections = layout.sections();
        for (int i = 0; i < sections.count(); i++) {
            least(addresses, ofSection[sections.numbers()[i]], sections.addresses()[i]);
        }
        return addresses;
    }

    private static void least(long[] addresses, int number, long address) {
        if (number != NONE) {
            addresses[number] = Math.min(addresses[number], address);
        }
    }
}
