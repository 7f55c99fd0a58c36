package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;

/**
 * Ranks what the bad relink has and the good one has not by how it goes with failing in a sample of random draws. Where a
 * bug is rare and the sample large, its cause stands first before anything is narrowed.
 */
final class Suspects {
    /** Of more objects the pairs are too many to be told apart by any sample. */
    private static final int MOST_OBJECTS = 200;

    private final Draw good;
    private final Draw bad;
    private final long page;
    private final Crossings crossings;

    /** A suspect with what it takes to test it. */
    record Ranked(Condition condition, Suspect suspect) {}

    /**
     * Suspects from two relinks.
     *
     * @param crossings tells which symbols cross a page; null where nothing does
     */
    Suspects(Draw good, Draw bad, long page, Crossings crossings) {
        this.good = good;
        this.bad = bad;
        this.page = page;
        this.crossings = crossings;
    }

    /** The most suspicious first, so many at most; none whose association a p above the limit would be. */
    List<Ranked> rank(List<Trials.Trial> sample, int most, double limit) throws EngineException {
        Tally all = Tally.NONE;
        for (Trials.Trial trial : sample) {
            all = all.plus(trial.fails());
        }
        List<Ranked> ranked = new ArrayList<>();
        for (Condition condition : differing()) {
            add(ranked, condition, with(condition, sample), all, limit);
        }
        for (Map.Entry<Integer, Tally> each : crossing(sample).entrySet()) {
            add(ranked, crossings.condition(each.getKey()), each.getValue(), all, limit);
        }
        ranked.sort(Comparator.comparingDouble(each -> each.suspect().p()));
        return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
    }

    private static void add(List<Ranked> ranked, Condition condition, Tally with, Tally all, double limit) {
        Tally without = new Tally(all.draws() - with.draws(), all.failed() - with.failed());
        double p = Fisher.p(with, without);
        if (p <= limit) {
            ranked.add(new Ranked(condition, new Suspect(condition.cause(), with, without, p)));
        }
    }

    private static Tally with(Condition condition, List<Trials.Trial> sample) throws EngineException {
        Tally with = Tally.NONE;
        for (Trials.Trial trial : sample) {
            with = condition.holds(trial.draw()) ? with.plus(trial.fails()) : with;
        }
        return with;
    }

    /** By the numbers of symbols that cross in the bad relink only. Each draw is placed once, however many these are. */
    private Map<Integer, Tally> crossing(List<Trials.Trial> sample) throws EngineException {
        if (crossings == null) {
            return Map.of();
        }
        BitSet only = crossings.of(bad);
        only.andNot(crossings.of(good));
        Map<Integer, Tally> with = new LinkedHashMap<>();
        only.stream().forEach(number -> with.put(number, Tally.NONE));
        for (Trials.Trial trial : sample) {
            BitSet crossing = crossings.of(trial.draw());
            crossing.and(only);
            crossing.stream().forEach(number -> with.computeIfPresent(number, (_, tally) -> tally.plus(trial.fails())));
        }
        return with;
    }

    private List<Condition> differing() throws EngineException {
        List<Condition> all = new ArrayList<>();
        addOrder(all);
        for (GapName gap : GapName.values()) {
            long least = gap == GapName.TEXT0 ? 2 * page : 2 * GapName.ALIGNMENT;
            for (long modulus = least; modulus <= Math.max(least, page); modulus <<= 1) {
                all.add(new GapResidue(gap, modulus, bad.gaps().of(gap) % modulus));
            }
        }
        List<Condition> differing = new ArrayList<>();
        for (Condition condition : all) {
            if (!condition.holds(good)) {
                differing.add(condition);
            }
        }
        return differing;
    }

    private void addOrder(List<Condition> all) {
        List<String> order = bad.order();
        for (int i = 0; i + 1 < order.size(); i++) {
            all.add(new ObjectsTogether(List.copyOf(order.subList(i, i + 2))));
        }
        Map<String, Integer> places = new HashMap<>();
        good.order().forEach(object -> places.put(object, places.size()));
        for (int i = 0; i < order.size() && order.size() <= MOST_OBJECTS; i++) {
            for (int j = i + 1; j < order.size(); j++) {
                if (places.get(order.get(i)) > places.get(order.get(j))) {
                    all.add(new ObjectBefore(order.get(i), order.get(j), false));
                }
            }
        }
    }
}
