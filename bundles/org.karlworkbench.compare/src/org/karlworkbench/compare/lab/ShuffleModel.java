package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.elf.Progress;

/**
 * Where the blocks of one shuffle lie: the sum of the sizes of what is before, and the distribution of the beginning. Exact
 * where alignment does the same in every order, and where that can be computed in seconds; else counted over many orders.
 */
final class ShuffleModel {
    private final Shuffle shuffle;
    private final Pmf start;
    private final boolean rigid;
    private final SubsetSums sums;
    private final int[] sizeOf;
    private final Permutations permutations;

    private ShuffleModel(
            Shuffle shuffle, Pmf start, boolean rigid, SubsetSums sums, int[] sizeOf, Permutations permutations) {
        this.shuffle = shuffle;
        this.start = start;
        this.rigid = rigid;
        this.sums = sums;
        this.sizeOf = sizeOf;
        this.permutations = permutations;
    }

    /**
     * A model.
     *
     * @param shuffle what is shuffled, all orders being equally likely
     * @param begin the distribution of where it begins
     * @param progress asked for cancel
     * @return null where it would not fit into memory
     */
    static ShuffleModel of(Shuffle shuffle, Pmf begin, Progress progress) {
        long align = shuffle.align();
        boolean rigid = isRigid(shuffle, begin, align);
        Pmf start = rigid ? begin.map(address -> Shuffle.up(address, align)) : begin;
        if (rigid) {
            long[] units = shuffle.runs().stream()
                    .mapToLong(run -> Shuffle.up(run.end(0), align) / align)
                    .toArray();
            int[] sizes =
                    Arrays.stream(units).distinct().mapToInt(Math::toIntExact).toArray();
            int[] counts = new int[sizes.length];
            int[] sizeOf = new int[units.length];
            for (int i = 0; i < units.length; i++) {
                while (sizes[sizeOf[i]] != units[i]) {
                    sizeOf[i]++;
                }
                counts[sizeOf[i]]++;
            }
            if (SubsetSums.isAffordable(sizes, counts)) {
                return new ShuffleModel(shuffle, start, true, new SubsetSums(sizes, counts, progress), sizeOf, null);
            }
        }
        Permutations permutations = Permutations.of(shuffle, start, progress);
        return permutations == null ? null : new ShuffleModel(shuffle, start, rigid, null, null, permutations);
    }

    /** Whether what a run takes does not depend on what is before it. */
    private static boolean isRigid(Shuffle shuffle, Pmf begin, long align) {
        boolean aligned = begin.origin() % align == 0 && (begin.mass().length == 1 || begin.step() % align == 0);
        return shuffle.runs().stream().allMatch(run -> run.align() == align)
                || aligned && shuffle.runs().stream().allMatch(run -> run.end(0) % align == 0);
    }

    /** Whether it is computed and not counted. */
    boolean isExact() {
        return sums != null;
    }

    /** Runs of one number have one distribution. */
    int likeness(int run) {
        return sums == null ? permutations.bucket(run) : sizeOf[run];
    }

    /** The distribution of the address of a run's first block. */
    Pmf of(int run) {
        return sums == null ? permutations.of(run) : start.plus(new Pmf(0, shuffle.align(), sums.of(sizeOf[run])));
    }

    /** The relative standard error of the probability of a run's likeliest address; 0 for what is exact. */
    double error(int run, double guess1) {
        return sums == null ? permutations.error(run, guess1) : 0;
    }

    /** The address of a block of a run that begins at an address. */
    static long address(Shuffle.Run run, int block, long begin) {
        long at = begin;
        for (int i = 0; i < block; i++) {
            at = Shuffle.up(
                    at + run.blocks().get(i).size(), run.blocks().get(i + 1).align());
        }
        return at;
    }

    /** Whether a draw is as the model has it: one run directly behind the other, but for alignment. */
    boolean holds(long[] marks, long begin) {
        List<Shuffle.Run> placed = new ArrayList<>(shuffle.runs());
        placed.sort(Comparator.<Shuffle.Run>comparingLong(run -> marks[first(run)] ^ Long.MIN_VALUE)
                .thenComparing(run -> run.end(0) > 0)
                .thenComparing(Shuffle.Run::align, Comparator.reverseOrder()));
        long at = begin;
        for (Shuffle.Run run : placed) {
            for (Block block : run.blocks()) {
                at = Shuffle.up(at, block.align());
                if (marks[block.number()] != at) {
                    return false;
                }
                at += block.size();
            }
        }
        return true;
    }

    private static int first(Shuffle.Run run) {
        return run.blocks().getFirst().number();
    }

    /** Whether alignment does the same in every order. */
    boolean isRigid() {
        return rigid;
    }
}
