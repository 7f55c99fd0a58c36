package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/** In one section of the kernel, what one object has there directly follows what another one has. */
final class SectionNeighbours implements Family {
    private final LinkedNames names;
    private final Layouts layouts;
    private final List<SectionNeighbour> conditions = new ArrayList<>();
    private final Map<Pair, Integer> numbers = new HashMap<>();

    /** Two objects and the number of a section. */
    record Pair(String first, String second, int section) {}

    SectionNeighbours(Layouts layouts, LinkedLayout bad) {
        this.layouts = layouts;
        names = layouts.names();
        for (Pair pair : pairs(names, bad)) {
            if (numbers.putIfAbsent(pair, conditions.size()) == null) {
                conditions.add(new SectionNeighbour(layouts, pair));
            }
        }
    }

    /** All neighbours in a layout, but for the gap and what the linker makes. */
    static List<Pair> pairs(LinkedNames names, LinkedLayout layout) {
        LinkedColumns blocks = layout.blocks();
        List<Pair> pairs = new ArrayList<>();
        String last = "";
        int section = -1;
        for (int i = 0; i < blocks.count(); i++) {
            if (blocks.sizes()[i] == 0) {
                continue;
            }
            String object = names.object(blocks.numbers()[i]);
            int here = names.sectionOf(blocks.numbers()[i]);
            if (here == section && !last.isEmpty() && !object.isEmpty() && !object.equals(last)) {
                pairs.add(new Pair(last, object, here));
            }
            last = object;
            section = here;
        }
        return pairs;
    }

    @Override
    public int count() {
        return conditions.size();
    }

    @Override
    public BitSet holding(Draw draw, LinkedLayout layout) {
        BitSet holding = new BitSet();
        for (Pair pair : pairs(layouts.names(), layout)) {
            Integer number = numbers.get(pair);
            if (number != null) {
                holding.set(number);
            }
        }
        return holding;
    }

    @Override
    public Condition condition(int number) {
        return conditions.get(number);
    }
}
