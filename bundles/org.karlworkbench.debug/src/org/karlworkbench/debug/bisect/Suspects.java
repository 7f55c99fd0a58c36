package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;

/** Ranks what the bad relink has and the good one has not by how it goes with failing in a sample of random draws. */
final class Suspects {
    private final Possible possible;
    private final BitSet differing;

    Suspects(Possible possible, Draw good) throws EngineException {
        this.possible = possible;
        differing = possible.ofBad();
        differing.andNot(possible.holding(good));
    }

    /** A suspect by its number, before anybody has to know its name. */
    private record Counted(int number, Tally with, Tally without, double p) {}

    /** The most suspicious first, so many at most; none whose association a p above the limit would be. */
    List<Suspect> rank(List<Trials.Trial> sample, int most, double limit) throws EngineException {
        Tally all = Tally.NONE;
        int[] draws = new int[differing.length()];
        int[] failed = new int[differing.length()];
        for (Trials.Trial trial : sample) {
            all = all.plus(trial.fails());
            BitSet holding = possible.holding(trial.draw());
            holding.and(differing);
            holding.stream().forEach(number -> {
                draws[number]++;
                failed[number] += trial.fails() ? 1 : 0;
            });
        }
        List<Counted> counted = new ArrayList<>();
        for (int i = differing.nextSetBit(0); i >= 0; i = differing.nextSetBit(i + 1)) {
            Tally with = new Tally(draws[i], failed[i]);
            Tally without = new Tally(all.draws() - with.draws(), all.failed() - with.failed());
            double p = failed[i] == 0 ? 1 : Fisher.p(with, without);
            if (p <= limit) {
                counted.add(new Counted(i, with, without, p));
            }
        }
        counted.sort(Comparator.comparingDouble(Counted::p));
        return counted.stream().limit(most).map(this::suspect).toList();
    }

    private Suspect suspect(Counted counted) {
        Cause cause = possible.condition(counted.number()).cause();
        return new Suspect(cause, counted.with(), counted.without(), counted.p());
    }
}
