package org.karlworkbench.debug.bisect;

import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;

/**
 * The size of a gap has a residue.
 *
 * @param gap which gap
 * @param modulus a power of two in bytes
 * @param residue below the modulus
 */
record GapResidue(GapName gap, long modulus, long residue) implements Condition {
    @Override
    public boolean holds(Draw draw) {
        return draw.gaps().of(gap) % modulus == residue;
    }

    @Override
    public Draw applied(Draw fresh) {
        long size = fresh.gaps().of(gap);
        return sized(fresh, gap, size - size % modulus + residue);
    }

    /** A draw with another size of a gap. */
    static Draw sized(Draw draw, GapName gap, long size) {
        Gaps gaps = draw.gaps().with(gap, size);
        return new Draw(draw.algorithm(), draw.order(), draw.sections(), gaps);
    }

    @Override
    public Cause cause() {
        String words = "fails whenever the gap " + gap.label() + " is " + residue + " modulo " + modulus;
        return Cause.of(Cause.Kind.GAP, words)
                .gap(gap.label())
                .modulus(modulus)
                .residue(residue)
                .build();
    }
}
