package org.karlworkbench.kit;

import java.util.Arrays;

/**
 * The random numbers for one question: the key stream of {@link ChaCha20} under the seed with the question's name as
 * nonce.
 */
final class Chance {
    private final ChaCha20 stream;
    private final long[] block = new long[8];
    private int used = block.length;

    Chance(Seed seed, String question) {
        stream = new ChaCha20(seed.bytes(), question);
    }

    /**
     * An unbiased number: words in the incomplete last stretch of the 64-bit range are rejected.
     *
     * @param bound 1 or more
     * @return a number from 0 to {@code bound - 1}
     */
    long below(long bound) {
        long word;
        do {
            word = next();
        } while (Long.compareUnsigned(word, -bound) >= 0 && isRejected(word, bound));
        return Long.remainderUnsigned(word, bound);
    }

    /** Whether a word lies in the incomplete stretch; only the last few can, and dividing takes long. */
    private static boolean isRejected(long word, long bound) {
        long stretch = Long.remainderUnsigned(-bound, bound); // 2^64 mod bound
        return stretch != 0 && Long.compareUnsigned(word, -stretch) >= 0;
    }

    /** Shuffles in place: every order is equally likely. */
    void shuffle(Object[] items) {
        Object[] before = items.clone();
        int[] order = order(items.length);
        for (int i = 0; i < items.length; i++) {
            items[i] = before[order[i]];
        }
    }

    /** The numbers from 0, shuffled by Fisher and Yates from the end. */
    int[] order(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = count - 1; i > 0; i--) {
            int j = (int) below(i + 1L);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private long next() {
        if (used == block.length) {
            stream.next(block);
            used = 0;
        }
        return block[used++];
    }
}
