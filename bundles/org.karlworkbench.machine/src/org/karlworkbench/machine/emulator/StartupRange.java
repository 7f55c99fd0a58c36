package org.karlworkbench.machine.emulator;

import java.util.Optional;

/**
 * The pages of the startup code.
 *
 * @param first the address of the first
 * @param pages how many, above 0
 * @param page their size in bytes
 */
record StartupRange(long first, int pages, int page) {
    /** More than a head and a gap of three pages could ever be. */
    private static final int MOST = 1 << 16;

    /** The pages of [first, limit); empty unless both are page boundaries in order and near each other. */
    static Optional<StartupRange> of(long first, long limit, int page) {
        long size = limit - first;
        if (first % page != 0 || size % page != 0 || size <= 0 || size / page > MOST) {
            return Optional.empty();
        }
        return Optional.of(new StartupRange(first, (int) (size / page), page));
    }

    long page(int i) {
        return first + (long) i * page;
    }

    /** The address of {@code endboot}. */
    long limit() {
        return page(pages);
    }
}
