package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.linker.LinkedLayout;

/** What a gap's size may be: its residues, the smallest modulus first, and for startup code the bounds. */
final class GapSizes implements Family {
    private final List<Condition> conditions = new ArrayList<>();

    GapSizes(Draw bad, long page) {
        long startup = bad.gaps().text0();
        long most = GapName.TEXT0.defaultHigh(page) / page * page + 2 * page;
        for (long bound = page; bound <= most; bound += page) {
            if (startup >= bound && bound > page) {
                conditions.add(new StartupBound(bound, true));
            }
            if (startup <= bound && bound < most) {
                conditions.add(new StartupBound(bound, false));
            }
        }
        for (long modulus = 2 * GapName.ALIGNMENT; modulus <= page; modulus <<= 1) {
            for (GapName gap : List.of(GapName.TEXT1, GapName.RODATA, GapName.DATA, GapName.BSS)) {
                conditions.add(new GapResidue(gap, modulus, bad.gaps().of(gap) % modulus));
            }
        }
        for (long modulus = 2 * page; modulus <= 2 * most; modulus <<= 1) {
            conditions.add(new GapResidue(GapName.TEXT0, modulus, startup % modulus));
        }
    }

    @Override
    public int count() {
        return conditions.size();
    }

    @Override
    public BitSet holding(Draw draw, LinkedLayout layout) {
        BitSet holding = new BitSet();
        for (int i = 0; i < count(); i++) {
            holding.set(i, holds(conditions.get(i), draw));
        }
        return holding;
    }

    private static boolean holds(Condition condition, Draw draw) {
        return switch (condition) {
            case StartupBound bound -> bound.holds(draw);
            case GapResidue residue -> residue.holds(draw);
            default -> throw new IllegalStateException("no condition of a gap: " + condition);
        };
    }

    @Override
    public Condition condition(int number) {
        return conditions.get(number);
    }
}
