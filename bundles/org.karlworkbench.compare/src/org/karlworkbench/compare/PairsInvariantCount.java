package org.karlworkbench.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * Counts {@link PairsInvariant}: two symbols keep their distance if both moved equally far, so that counting how many moved
 * how far counts the pairs. Functions and variables are those with a size, one for each place.
 */
final class PairsInvariantCount {
    /** Nothing moves in steps of more than a page. */
    private static final long COARSEST = 4096;

    private final Layout a;
    private final KernelBlocks blocks;
    private final Members functions = new Members();
    private final Members variables = new Members();
    private long moved;

    private PairsInvariantCount(Layout a, KernelBlocks blocks) {
        this.a = a;
        this.blocks = blocks;
    }

    /**
     * Counts.
     *
     * @param blocks those of the first kernel, or null where they are not known
     */
    static PairsInvariant of(Layout a, Pairs symbols, KernelBlocks blocks) {
        PairsInvariantCount count = new PairsInvariantCount(a, blocks);
        for (int pair = 0; pair < symbols.count(); pair++) {
            if (symbols.rowA(pair) >= 0 && symbols.rowB(pair) >= 0) {
                count.add(symbols, pair);
            }
        }
        return new PairsInvariant(count.within(count.functions), count.between(), count.within(count.variables));
    }

    private void add(Pairs symbols, int pair) {
        int row = symbols.rowA(pair);
        Rows rows = a.symbols();
        int section = rows.sectionIndex(row);
        int type = a.symbolTable().type(rows.source(row));
        Members members =
                switch (type) {
                    case Elf.STT_FUNC -> functions;
                    case Elf.STT_OBJECT, Elf.STT_COMMON -> variables;
                    default -> null;
                };
        if (members == null || section < 0 || section >= a.sectionTable().count() || rows.size(row) == 0) {
            return;
        }
        int block = blocks == null ? 0 : blocks.of(symbols.addressA(pair));
        if (members.add(symbols.addressA(pair), symbols.distance(pair), section, block)) {
            moved |= symbols.distance(pair);
        }
    }

    private KeptPairs within(Members members) {
        long kept = members.byDistance.values().stream()
                .mapToLong(PairsInvariantCount::pairs)
                .sum();
        double inBlocks = members.all().mapToDouble(PairsInvariantCount::pairs).sum();
        Chance chance = new Chance();
        for (var i : members.bySection.entrySet()) {
            for (var j : members.bySection.entrySet()) {
                boolean same = i.getKey().equals(j.getKey());
                // each pair of two sections comes twice, and each pair of two blocks of one section too
                chance.add(i.getValue(), j.getValue(), meeting(i.getKey(), j.getKey()) / 2, same);
            }
            chance.add(i.getValue(), i.getValue(), adjacent(i.getKey()), true);
        }
        return kept(kept, pairs(members.count), inBlocks, chance);
    }

    private KeptPairs between() {
        long kept = functions.byDistance.entrySet().stream()
                .mapToLong(each -> each.getValue() * variables.byDistance.getOrDefault(each.getKey(), 0L))
                .sum();
        double inBlocks = 0;
        Chance chance = new Chance();
        for (var i : functions.bySection.entrySet()) {
            for (var j : variables.bySection.entrySet()) {
                chance.add(i.getValue(), j.getValue(), meeting(i.getKey(), j.getKey()), false);
                inBlocks += i.getKey().equals(j.getKey()) ? common(i.getValue(), j.getValue()) : 0;
            }
        }
        return kept(kept, functions.count * variables.count, inBlocks, chance);
    }

    private static double common(Map<Integer, Long> some, Map<Integer, Long> others) {
        return some.entrySet().stream()
                .mapToDouble(each -> each.getValue() * (double) others.getOrDefault(each.getKey(), 0L))
                .sum();
    }

    private KeptPairs kept(long kept, long pairs, double inBlocks, Chance chance) {
        boolean known = blocks != null;
        boolean any = known && moved != 0;
        return new KeptPairs(
                kept,
                pairs,
                known ? OptionalDouble.of(inBlocks) : OptionalDouble.empty(),
                any ? OptionalDouble.of(chance.mean) : OptionalDouble.empty(),
                any ? OptionalDouble.of(Math.sqrt(chance.variance)) : OptionalDouble.empty());
    }

    /** Mean and variance of the pairs that chance keeps; the pairs of two blocks come and go together. */
    private static final class Chance {
        private double mean;
        private double variance;

        /** Adds all ordered pairs of one block and another; those of a block with itself are left out where it is the same. */
        void add(Map<Integer, Long> some, Map<Integer, Long> others, double likely, boolean same) {
            mean += likely * (sum(some, 1) * sum(others, 1) - (same ? sum(some, 2) : 0));
            variance += likely * (sum(some, 2) * sum(others, 2) - (same ? sum(some, 4) : 0));
        }

        private static double sum(Map<Integer, Long> counts, int power) {
            return counts.values().stream().mapToDouble(n -> Math.pow(n, power)).sum();
        }
    }

    /** How likely one block follows directly upon a given other one in two fair draws, which keeps their distance. */
    private double adjacent(int section) {
        double n = blocks == null ? 0 : blocks.shuffled(section);
        return n < 2 ? 0 : 1 / (n * n);
    }

    /**
     * How likely two places that are drawn twice, each anywhere in its section, have the same distance both times: the
     * distance has a density like a trapezoid, over as many steps as the sections have, and the integral of its square is
     * (1 − s / 3l) / l for the shorter and the longer one.
     */
    private double meeting(int sectionA, int sectionB) {
        double step = Math.min(Long.lowestOneBit(moved), COARSEST);
        double one = Math.max(1, a.sectionTable().size(sectionA) / step);
        double other = Math.max(1, a.sectionTable().size(sectionB) / step);
        double longer = Math.max(one, other);
        return moved == 0 ? 0 : (1 - Math.min(one, other) / (3 * longer)) / longer;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** Functions, or variables. */
    private static final class Members {
        final Map<Long, Long> byDistance = new HashMap<>();
        /** For each section how many each block has. */
        final Map<Integer, Map<Integer, Long>> bySection = new HashMap<>();

        long count;
        private long lastAddress;
        private long lastDistance;
        private int lastSection = -1;

        /** Counts one, unless it is a second name for the one before. */
        boolean add(long address, long distance, int section, int block) {
            if (address == lastAddress && distance == lastDistance && section == lastSection) {
                return false;
            }
            lastAddress = address;
            lastDistance = distance;
            lastSection = section;
            count++;
            byDistance.merge(distance, 1L, Long::sum);
            bySection.computeIfAbsent(section, _ -> new HashMap<>()).merge(block, 1L, Long::sum);
            return true;
        }

        LongStream all() {
            return bySection.values().stream()
                    .flatMap(counts -> counts.values().stream())
                    .mapToLong(Long::longValue);
        }
    }
}
