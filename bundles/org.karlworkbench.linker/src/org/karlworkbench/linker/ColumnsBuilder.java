package org.karlworkbench.linker;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Collects columns, which mostly come in the order of their addresses. */
final class ColumnsBuilder {
    private int count;
    private int[] numbers;
    private long[] addresses;
    private long[] sizes;
    private boolean ascends = true;

    /** A builder for about so many rows. */
    ColumnsBuilder(int expected) {
        numbers = new int[expected];
        addresses = new long[numbers.length];
        sizes = new long[numbers.length];
    }

    void add(int number, long address, long size) {
        require(count + 1);
        ascends &= count == 0 || Long.compareUnsigned(addresses[count - 1], address) <= 0;
        numbers[count] = number;
        addresses[count] = address;
        sizes[count++] = size;
    }

    private void require(int rows) {
        if (rows > numbers.length) {
            int room = Math.max(rows, 2 * count);
            numbers = Arrays.copyOf(numbers, room);
            addresses = Arrays.copyOf(addresses, room);
            sizes = Arrays.copyOf(sizes, room);
        }
    }

    /** Adds rows of other columns, whose addresses ascend, moved by a distance. */
    void addAll(LinkedColumns from, int first, int end, long distance) {
        if (first == end) {
            return;
        }
        require(count + end - first);
        ascends &= count == 0 || Long.compareUnsigned(addresses[count - 1], from.addresses()[first] + distance) <= 0;
        System.arraycopy(from.numbers(), first, numbers, count, end - first);
        System.arraycopy(from.sizes(), first, sizes, count, end - first);
        long[] offsets = from.addresses();
        int at = count - first;
        for (int i = first; i < end; i++) {
            addresses[at + i] = offsets[i] + distance;
        }
        count += end - first;
    }

    /** Lets the last row reach to an address. */
    void extend(long end) {
        sizes[count - 1] = end - addresses[count - 1];
    }

    LinkedColumns build() {
        LinkedColumns built = count == numbers.length
                ? new LinkedColumns(numbers, addresses, sizes)
                : new LinkedColumns(
                        Arrays.copyOf(numbers, count), Arrays.copyOf(addresses, count), Arrays.copyOf(sizes, count));
        return ascends ? built : sorted(built);
    }

    private static LinkedColumns sorted(LinkedColumns from) {
        int[] order = IntStream.range(0, from.count())
                .boxed()
                .sorted(Comparator.comparing(i -> from.addresses()[i], Long::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        return new LinkedColumns(
                Arrays.stream(order).map(i -> from.numbers()[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> from.addresses()[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> from.sizes()[i]).toArray());
    }

    /** A table with the rows of a shorter one among its own, behind those of the same address. */
    static LinkedColumns merged(LinkedColumns a, LinkedColumns few) {
        ColumnsBuilder all = new ColumnsBuilder(a.count() + few.count());
        int next = 0;
        for (int i = 0; i < few.count(); i++) {
            int place = above(a.addresses(), next, few.addresses()[i]);
            all.addAll(a, next, place, 0);
            all.addAll(few, i, i + 1, 0);
            next = place;
        }
        all.addAll(a, next, a.count(), 0);
        return all.build();
    }

    /** The first row from one on whose address is greater. */
    private static int above(long[] addresses, int from, long address) {
        int low = from;
        int high = addresses.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
