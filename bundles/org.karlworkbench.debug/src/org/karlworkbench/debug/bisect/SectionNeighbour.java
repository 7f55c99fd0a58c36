package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedColumns;

/**
 * What one object has in a section is directly followed there by what another one has, whatever objects that have nothing in
 * it stand between the two.
 *
 * @param layouts tells whether it is so
 * @param pair the objects and the section
 */
record SectionNeighbour(Layouts layouts, SectionNeighbours.Pair pair) implements Condition {
    @Override
    public boolean holds(Draw draw) throws EngineException {
        return SectionNeighbours.pairs(layouts.names(), layouts.of(draw)).contains(pair);
    }

    /** The second is put as far behind the first as the section allows. */
    @Override
    public Draw applied(Draw fresh) throws EngineException {
        Set<String> there = there(fresh);
        List<String> order = new ArrayList<>(fresh.order());
        if (!order.contains(pair.first()) || !order.remove(pair.second())) {
            return fresh; // of head or tail, which stay
        }
        int place = order.indexOf(pair.first()) + 1;
        while (place < order.size() && !there.contains(order.get(place))) {
            place++;
        }
        order.add(place, pair.second());
        return Condition.ordered(fresh, order);
    }

    /** The objects that have anything in the section. */
    private Set<String> there(Draw draw) throws EngineException {
        LinkedColumns blocks = layouts.of(draw).blocks();
        Set<String> there = new HashSet<>();
        for (int i = 0; i < blocks.count(); i++) {
            if (blocks.sizes()[i] > 0 && layouts.names().sectionOf(blocks.numbers()[i]) == pair.section()) {
                there.add(layouts.names().object(blocks.numbers()[i]));
            }
        }
        return there;
    }

    @Override
    public Cause cause() {
        String section = layouts.names().section(pair.section());
        String sentence =
                "fails whenever " + pair.first() + " is directly followed by " + pair.second() + " in " + section;
        return Cause.of(Cause.Kind.ADJACENT, sentence)
                .objects(List.of(pair.first(), pair.second()))
                .section(section)
                .build();
    }
}
