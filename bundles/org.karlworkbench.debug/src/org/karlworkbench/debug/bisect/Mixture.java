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
 * Draws that share more or less with a bad one: what is rare in fresh draws, such as two neighbours, is in many of these.
 * The same seed gives the same draws.
 */
final class Mixture {
    private final Sampling sampling;
    private final Draw bad;
    private final SplittableRandom random;

    Mixture(Sampling sampling, Draw bad, Seed seed) {
        this.sampling = sampling;
        this.bad = bad;
        this.random = new SplittableRandom(ByteBuffer.wrap(seed.bytes()).getLong());
    }

    /** The next one: fresh, or with a run of the bad order, or with its beginning, where even addresses are the same. */
    Draw next() throws EngineException {
        Draw fresh = sampling.fresh();
        return switch (random.nextInt(4)) {
            case 0 -> fresh;
            case 1 -> withGaps(fresh, 2);
            case 2 -> withGaps(withRun(fresh), 2);
            default -> withGaps(withBeginning(fresh), 8);
        };
    }

    private Draw withRun(Draw fresh) {
        int size = bad.order().size();
        int first = random.nextInt(size);
        int end = first + 1 + random.nextInt(size - first);
        return new ObjectsTogether(bad.order().subList(first, end)).applied(fresh);
    }

    private Draw withBeginning(Draw fresh) {
        List<String> kept = bad.order().subList(0, random.nextInt(bad.order().size() + 1));
        List<String> order = new ArrayList<>(fresh.order());
        order.removeAll(new HashSet<>(kept));
        order.addAll(0, kept);
        return Condition.ordered(fresh, order);
    }

    /** With the gaps of the bad draw, of which one in so many is fresh. */
    private Draw withGaps(Draw fresh, int rarely) {
        Draw mixed = fresh;
        for (GapName gap : GapName.values()) {
            if (random.nextInt(rarely) != 0) {
                mixed = GapResidue.sized(mixed, gap, bad.gaps().of(gap));
            }
        }
        return mixed;
    }
}
