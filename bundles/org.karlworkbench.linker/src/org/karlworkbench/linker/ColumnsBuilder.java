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
        numbers = new int[Math.max(1, expected)];
        addresses = new long[numbers.length];
        sizes = new long[numbers.length];
    }

    void add(int number, long address, long size) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            addresses = Arrays.copyOf(addresses, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        ascends &= count == 0 || Long.compareUnsigned(addresses[count - 1], address) <= 0;
        numbers[count] = number;
        addresses[count] = address;
        sizes[count++] = size;
    }

    /** Whether the last row has this number. */
    boolean endsWith(int number) {
        return count > 0 && numbers[count - 1] == number;
    }

    /** Lets the last row reach to an address. */
    void extend(long end) {
        sizes[count - 1] = end - addresses[count - 1];
    }

    LinkedColumns build() {
        LinkedColumns built = new LinkedColumns(
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

    /** Two tables as one. */
    static LinkedColumns merged(LinkedColumns a, LinkedColumns b) {
        ColumnsBuilder all = new ColumnsBuilder(a.count() + b.count());
        int other = 0;
        for (int i = 0; i < a.count(); i++) {
            while (other < b.count() && Long.compareUnsigned(b.addresses()[other], a.addresses()[i]) < 0) {
                all.addRow(b, other++);
            }
            all.addRow(a, i);
        }
        while (other < b.count()) {
            all.addRow(b, other++);
        }
        return all.build();
    }

    private void addRow(LinkedColumns from, int row) {
        add(from.numbers()[row], from.addresses()[row], from.sizes()[row]);
    }
}
