package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.elf.Progress;

/**
 * Where runs begin in random order, from many orders drawn by a fast generator of no secrecy: for shuffles where alignments
 * differ, so that what lies between depends on the order, and for those too big to be computed. Of each order only the
 * distance to the beginning is counted; the exact table of the beginning, by its remainder to the largest alignment, is
 * summed in afterwards. So an address gets its share of all orders that the gap can bring there, and not only of the orders
 * that hit it.
 *
 * <p>Runs of a big shuffle are counted together with those of about their size: what is before a run depends on its size only.
 */
final class Permutations {
    private static final long RANDOM = 0x6b61726c6c616231L; // any number; the same result each time
    private static final double WORK = 2e7;
    private static final double MORE_WORK = 3e7; // for what is counted by buckets
    private static final int MOST_ORDERS = 2_000_000;
    private static final int MOST_COUNTS = 24_000_000;
    private static final int MOST_ALONE = 64;

    /** So many orders take no time that anybody notices. */
    private static final int SOME_ORDERS = 1 << 8;

    private final Shuffle shuffle;
    private final Pmf start;
    private final int classes;
    private final long modulus;
    private final long[] units;
    private final int[] bucketOf;
    private final int[] members;
    private final int[][][] counts;
    private final long[] ordersOf;

    private Permutations(
            Shuffle shuffle, Pmf start, int[] bucketOf, long[] units, long most, int classes, Progress progress) {
        this.shuffle = shuffle;
        this.start = start;
        this.bucketOf = bucketOf;
        this.units = units;
        this.classes = classes;
        modulus = shuffle.align();
        members = new int[units.length];
        counts = new int[units.length][classes][];
        for (int bucket = 0; bucket < units.length; bucket++) {
            for (int of = 0; of < classes; of++) {
                counts[bucket][of] = new int[(int) (most / units[bucket]) + 1];
            }
        }
        for (int bucket : bucketOf) {
            members[bucket]++;
        }
        ordersOf = new long[classes];
        count(progress);
    }

    /**
     * Counts.
     *
     * @param shuffle what is shuffled
     * @param start the distribution of where it begins
     * @param progress asked for cancel
     * @return null where the counts would not fit into memory
     */
    static Permutations of(Shuffle shuffle, Pmf start, Progress progress) {
        long modulus = shuffle.align();
        long most = 1;
        for (Shuffle.Run run : shuffle.runs()) {
            most += run.end(0) + modulus;
        }
        boolean fixed = start.mass().length == 1;
        long classes = fixed ? 1 : modulus / Pmf.gcd(modulus, start.step());
        for (int coarseness = shuffle.runs().size() <= MOST_ALONE ? 0 : 1; coarseness <= Long.SIZE; ) {
            int[] buckets = buckets(shuffle, coarseness);
            long[] units = units(shuffle, buckets, start);
            double all = 0;
            for (long unit : units) {
                all += (most / (double) unit + 1) * classes;
            }
            if (all <= MOST_COUNTS) {
                return new Permutations(shuffle, start, buckets, units, most, (int) classes, progress);
            }
            coarseness = Math.max(1, 2 * coarseness);
        }
        return null;
    }

    /** Puts runs of one alignment and about one size into one bucket; with a coarseness of 0 each into its own. */
    private static int[] buckets(Shuffle shuffle, int coarseness) {
        record Like(long align, int logSize) {}
        Map<Like, Integer> known = new HashMap<>();
        int[] buckets = new int[shuffle.runs().size()];
        for (int i = 0; i < buckets.length; i++) {
            Shuffle.Run run = shuffle.runs().get(i);
            int logSize = Long.SIZE - Long.numberOfLeadingZeros(run.end(0));
            buckets[i] = coarseness == 0
                    ? i
                    : known.computeIfAbsent(new Like(run.align(), logSize / coarseness), _ -> known.size());
        }
        return buckets;
    }

    /** By bucket: what all distances to the beginning are multiples of. */
    private static long[] units(Shuffle shuffle, int[] buckets, Pmf start) {
        long[] units = new long[Arrays.stream(buckets).max().orElse(0) + 1];
        long step = start.mass().length == 1 ? 0 : start.step();
        for (int i = 0; i < buckets.length; i++) {
            long align = shuffle.runs().get(i).align();
            units[buckets[i]] = Pmf.gcd(align, Pmf.gcd(step, Math.floorMod(start.origin(), align)));
        }
        return units;
    }

    private void count(Progress progress) {
        int runs = shuffle.runs().size();
        long[][] sizes = new long[runs][];
        long[][] aligns = new long[runs][];
        for (int i = 0; i < runs; i++) {
            sizes[i] = shuffle.runs().get(i).blocks().stream()
                    .mapToLong(Block::size)
                    .toArray();
            aligns[i] = shuffle.runs().get(i).blocks().stream()
                    .mapToLong(Block::align)
                    .toArray();
        }
        double[] chance = new double[classes];
        for (int i = 0; i < start.mass().length; i++) {
            chance[i % classes] += start.mass()[i];
        }
        SplittableRandom random = new SplittableRandom(RANDOM);
        int[] order = IntStream.range(0, runs).toArray();
        long orders = Math.clamp((long) ((runs > MOST_ALONE ? MORE_WORK : WORK) / runs), 1000, MOST_ORDERS);
        for (long i = 0; i < orders; i++) {
            if (i % SOME_ORDERS == 0) {
                progress.checkCancelled();
            }
            shuffle(order, random);
            int of = pick(chance, random);
            ordersOf[of]++;
            place(order, of, sizes, aligns);
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private static int pick(double[] chance, SplittableRandom random) {
        if (chance.length == 1) {
            return 0;
        }
        double at = random.nextDouble();
        int of = 0;
        while (of < chance.length - 1 && at >= chance[of]) {
            at -= chance[of++];
        }
        return of;
    }

    private void place(int[] order, int of, long[][] sizes, long[][] aligns) {
        long first = Math.floorMod(start.origin() + of * start.step(), modulus);
        long at = first;
        for (int run : order) {
            at = Shuffle.up(at, aligns[run][0]);
            counts[bucketOf[run]][of][(int) ((at - first) / units[bucketOf[run]])]++;
            for (int i = 0; i < sizes[run].length; i++) {
                at = Shuffle.up(at, aligns[run][i]) + sizes[run][i];
            }
        }
    }

    /** Runs of one bucket have one distribution. */
    int bucket(int run) {
        return bucketOf[run];
    }

    /** The distribution of where a run begins. */
    Pmf of(int run) {
        int bucket = bucketOf[run];
        List<Pmf> parts = new ArrayList<>();
        for (int of = 0; of < classes; of++) {
            Pmf begin = part(of);
            if (ordersOf[of] > 0 && begin != null) {
                double[] mass = new double[counts[bucket][of].length];
                double each = 1.0 / (ordersOf[of] * (double) members[bucket]);
                for (int i = 0; i < mass.length; i++) {
                    mass[i] = counts[bucket][of][i] * each;
                }
                parts.add(begin.plus(new Pmf(0, units[bucket], mass)));
            }
        }
        return Pmf.mix(parts);
    }

    /** The share of the beginnings with one remainder. */
    private Pmf part(int of) {
        int size = (start.mass().length - of + classes - 1) / classes;
        if (size <= 0) {
            return null;
        }
        double[] mass = new double[size];
        for (int i = 0; i < size; i++) {
            mass[i] = start.mass()[of + i * classes];
        }
        return new Pmf(start.origin() + of * start.step(), start.step() * classes, mass);
    }

    /** The relative standard error of the probability of a run's likeliest address. */
    double error(int run, double guess1) {
        double peak = Arrays.stream(start.mass()).max().orElse(1);
        double orders = Arrays.stream(ordersOf).sum();
        return Math.min(1, 1 / Math.sqrt(orders * members[bucketOf[run]] * guess1 / peak));
    }
}
