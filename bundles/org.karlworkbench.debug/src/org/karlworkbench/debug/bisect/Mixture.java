package org.karlworkbench.debug.bisect;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Seed;

/**
 * Draws that share more or less with a relink: what is rare in fresh draws, such as two neighbours, is in many of these. Of a
 * good relink and a bad one the rarer has more in it that tells them apart. The same seed gives the same draws.
 */
final class Mixture {
    private final Sampling sampling;
    private final Draw good;
    private final Draw bad;
    private final double likeGood;
    private final SplittableRandom random;

    /**
     * A mixture.
     *
     * @param sampling gives fresh draws
     * @param good a draw that works
     * @param bad one that fails
     * @param likeGood the share of draws that are like the good one, 0 to 1; all others are like the bad one
     * @param seed from which all follows
     */
    Mixture(Sampling sampling, Draw good, Draw bad, double likeGood, Seed seed) {
        this.sampling = sampling;
        this.good = good;
        this.bad = bad;
        this.likeGood = likeGood;
        this.random = new SplittableRandom(ByteBuffer.wrap(seed.bytes()).getLong());
    }

    /** The next one: fresh, or with a run of a relink's order, or with its beginning, where even addresses are the same. */
    Draw next() throws EngineException {
        Draw fresh = sampling.fresh();
        Draw like = random.nextDouble() < likeGood ? good : bad;
        return switch (random.nextInt(4)) {
            case 0 -> fresh;
            case 1 -> withGaps(fresh, like, 2);
            case 2 -> withGaps(withRun(fresh, like), like, 2);
            default -> withGaps(withBeginning(fresh, like), like, 8);
        };
    }

    private Draw withRun(Draw fresh, Draw like) {
        int size = like.order().size();
        int first = random.nextInt(size);
        int end = first + 1 + random.nextInt(size - first);
        return new ObjectsTogether(like.order().subList(first, end)).applied(fresh);
    }

    private Draw withBeginning(Draw fresh, Draw like) {
        List<String> kept = like.order().subList(0, random.nextInt(like.order().size() + 1));
        List<String> order = new ArrayList<>(fresh.order());
        order.removeAll(new HashSet<>(kept));
        order.addAll(0, kept);
        return Condition.ordered(fresh, order);
    }

    /** With the gaps of a relink, of which one in so many is fresh. */
    private Draw withGaps(Draw fresh, Draw like, int rarely) {
        Draw mixed = fresh;
        for (GapName gap : GapName.values()) {
            if (random.nextInt(rarely) != 0) {
                mixed = GapResidue.sized(mixed, gap, like.gaps().of(gap));
            }
        }
        return mixed;
    }
}
