package org.karlworkbench.debug.bisect;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;

/** Which gap it is, and what about its size, where the gaps of the bad relink are enough to fail. */
final class GapSearch {
    private final Sampling sampling;
    private final Draw bad;
    private final long page;
    private final Progress progress;

    GapSearch(Sampling sampling, Draw bad, long page, Progress progress) {
        this.sampling = sampling;
        this.bad = bad;
        this.page = page;
        this.progress = progress;
    }

    /** The condition, or null if no gap is enough alone. */
    Condition search() throws EngineException {
        for (GapName gap : GapName.values()) {
            Condition same = sized(gap, bad.gaps().of(gap));
            if (sampling.always(same)) {
                progress.say("the gap " + gap.label() + " is enough");
                return gap == GapName.TEXT0 ? startup() : residue(gap, same, GapName.ALIGNMENT);
            }
        }
        return null;
    }

    /** That a gap has a size, which is its residue for a modulus above all sizes: also a small one is no other's residue. */
    private GapResidue sized(GapName gap, long size) {
        long most = Math.max(size, gap.defaultHigh(page) + 2 * page);
        return new GapResidue(gap, Long.highestOneBit(most) << 1, size);
    }

    private Condition residue(GapName gap, Condition same, long least) throws EngineException {
        for (long modulus = 2 * least; modulus <= page; modulus <<= 1) {
            Condition condition = new GapResidue(gap, modulus, bad.gaps().of(gap) % modulus);
            if (sampling.always(condition)) {
                return condition;
            }
            progress.say("the gap " + gap.label() + " modulo " + modulus + " is not enough");
        }
        return same;
    }

    /** A bound on what goes away, where sizes up to it or from it on all fail; else a size like those of other gaps. */
    private Condition startup() throws EngineException {
        long most = GapName.TEXT0.defaultHigh(page) / page * page + 2 * page;
        long size = bad.gaps().text0();
        long low = size;
        long high = size;
        while (low - page > 0 && sampling.always(sized(GapName.TEXT0, low - page))) {
            low -= page;
        }
        while (high + page <= most && sampling.always(sized(GapName.TEXT0, high + page))) {
            high += page;
        }
        if (high == most && low > page) {
            return new StartupBound(low, true);
        }
        if (low == page && high < most) {
            return new StartupBound(high, false);
        }
        return residue(GapName.TEXT0, sized(GapName.TEXT0, size), page);
    }
}
