package org.karlworkbench.debug.bisect;

import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;

/**
 * The startup code with the gap behind it reaches up to a place, or does not: what lies there goes away after boot, or
 * stays.
 *
 * @param bound a size of the gap {@code text0} in bytes
 * @param least whether it is the smallest such size; else it is the largest
 */
record StartupBound(long bound, boolean least) implements Condition {
    @Override
    public boolean holds(Draw draw) {
        long size = draw.gaps().text0();
        return least ? size >= bound : size <= bound;
    }

    @Override
    public Draw applied(Draw fresh) {
        return holds(fresh) ? fresh : GapResidue.sized(fresh, GapName.TEXT0, bound);
    }

    @Override
    public Cause cause() {
        String words = least
                ? "fails whenever startup code goes away up to " + bound + " bytes or more behind the head"
                : "fails whenever startup code goes away up to " + bound + " bytes or less behind the head";
        return Cause.of(Cause.Kind.STARTUP, words)
                .gap(GapName.TEXT0.label())
                .residue(bound)
                .build();
    }
}
