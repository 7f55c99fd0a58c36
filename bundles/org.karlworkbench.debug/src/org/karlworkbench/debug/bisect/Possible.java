package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/** All conditions of a known kind that hold in a bad draw, the simplest first: what the cause may be. */
final class Possible {
    private final Layouts layouts;
    private final List<Family> families = new ArrayList<>();
    private final int[] begins;
    private final BitSet bad;

    /**
     * What two relinks suggest.
     *
     * @param layouts where draws put everything; null where the built-in linker does not link the kit
     */
    Possible(Draw good, Draw badDraw, long page, Layouts layouts) throws EngineException {
        this.layouts = layouts;
        families.add(new Neighbours(badDraw));
        families.add(new Precedences(badDraw));
        families.add(new GapSizes(badDraw, page));
        if (layouts != null) {
            LinkedLayout layout = layouts.of(badDraw);
            families.add(new SectionNeighbours(layouts, layout));
            families.add(new PageCrossings(layouts, layout));
            families.add(new Alignments(layouts, layouts.of(good), layout));
        }
        begins = new int[families.size() + 1];
        for (int i = 0; i < families.size(); i++) {
            begins[i + 1] = begins[i] + families.get(i).count();
        }
        bad = holding(badDraw);
    }

    /** Those of the bad draw. */
    BitSet ofBad() {
        return (BitSet) bad.clone();
    }

    /** Those that hold in a draw. */
    BitSet holding(Draw draw) throws EngineException {
        LinkedLayout layout = layouts == null ? null : layouts.of(draw);
        BitSet all = new BitSet(begins[families.size()]);
        for (int i = 0; i < families.size(); i++) {
            int begin = begins[i];
            families.get(i).holding(draw, layout).stream().forEach(number -> all.set(begin + number));
        }
        return all;
    }

    Condition condition(int number) {
        int family = family(number);
        return families.get(family).condition(number - begins[family]);
    }

    private int family(int number) {
        int family = 0;
        while (number >= begins[family + 1]) {
            family++;
        }
        return family;
    }

    /**
     * The share of some conditions that others have among them, where each kind has the same weight: there are many pairs
     * of objects and few gaps.
     */
    double share(BitSet some, BitSet of) {
        double share = 0;
        int kinds = 0;
        for (int i = 0; i < families.size(); i++) {
            int all = of.get(begins[i], begins[i + 1]).cardinality();
            if (all > 0) {
                kinds++;
                share += some.get(begins[i], begins[i + 1]).cardinality() / (double) all;
            }
        }
        return kinds == 0 ? 0 : share / kinds;
    }
}
