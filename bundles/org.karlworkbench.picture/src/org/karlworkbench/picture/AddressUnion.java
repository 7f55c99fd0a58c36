package org.karlworkbench.picture;

import java.util.Arrays;
import java.util.List;

/** The addresses that at least one item of some lanes covers, as ascending runs that neither touch nor overlap. */
final class AddressUnion {
    private long[] first = new long[16];
    private long[] last = new long[16];
    private int count;

    private AddressUnion() {}

    /** Walks all lanes at once in ascending order; they are sorted, so no sorting is needed. */
    static AddressUnion of(List<MapLane> lanes) {
        AddressUnion union = new AddressUnion();
        int[] next = new int[lanes.size()];
        for (int lane = lowest(lanes, next); lane >= 0; lane = lowest(lanes, next)) {
            int item = next[lane]++;
            union.add(lanes.get(lane).address(item), lanes.get(lane).last(item));
        }
        return union;
    }

    private static int lowest(List<MapLane> lanes, int[] next) {
        int best = -1;
        long bestAddress = 0;
        for (int lane = 0; lane < next.length; lane++) {
            if (next[lane] < lanes.get(lane).count()) {
                long address = lanes.get(lane).address(next[lane]);
                if (best < 0 || Long.compareUnsigned(address, bestAddress) < 0) {
                    best = lane;
                    bestAddress = address;
                }
            }
        }
        return best;
    }

    private void add(long from, long to) {
        // from - 1 cannot wrap here: a run that ends below from exists, so from is not 0
        if (count > 0 && Long.compareUnsigned(last[count - 1], from) >= 0 || count > 0 && last[count - 1] == from - 1) {
            if (Long.compareUnsigned(to, last[count - 1]) > 0) {
                last[count - 1] = to;
            }
            return;
        }
        if (count == first.length) {
            first = Arrays.copyOf(first, count * 2);
            last = Arrays.copyOf(last, count * 2);
        }
        first[count] = from;
        last[count++] = to;
    }

    int count() {
        return count;
    }

    long first(int run) {
        return first[run];
    }

    long last(int run) {
        return last[run];
    }

    /** Returns the bytes of the hole between a run and the next one, unsigned. */
    long holeAfter(int run) {
        return first[run + 1] - last[run] - 1;
    }

    /** Returns how many bytes all runs have together, at most {@code limit}. */
    long bytes(long limit) {
        long sum = 0;
        for (int run = 0; run < count; run++) {
            long less = last[run] - first[run]; // one less than the length, so that it cannot wrap
            sum = Long.compareUnsigned(less, limit) >= 0 ? limit : Math.min(limit, sum + less + 1);
        }
        return sum;
    }
}
