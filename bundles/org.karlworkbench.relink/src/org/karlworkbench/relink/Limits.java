package org.karlworkbench.relink;

import java.time.Duration;
import org.karlworkbench.kit.LoadedKit;

/**
 * What a linker may use at most. A kit is not trusted, and neither is what a linker does with it: without limits a
 * script of three lines fills the disk.
 *
 * @param time wall clock and processor time of one call
 * @param memory address space in bytes
 * @param file the size of any file it writes, in bytes
 */
public record Limits(Duration time, long memory, long file) {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final long MEMORY = 4L << 30;
    private static final long MEMORY_PER_PROCESSOR = 256L << 20;
    private static final long FILE = 256L << 20;

    /** Checks the numbers. */
    public Limits {
        if (time.isNegative() || time.isZero() || memory <= 0 || file <= 0) {
            throw new IllegalArgumentException("a limit must be above 0");
        }
    }

    /** Limits for a call that reads no kit. */
    static final Limits SMALL = new Limits(Duration.ofSeconds(20), memoryFor(0), FILE);

    /**
     * Generous limits for a kit: ten minutes; address space, which a linker with a thread for each processor uses
     * freely, for eight times the objects and more; files of twice the objects and more.
     *
     * @param kit the kit
     * @return its limits
     */
    public static Limits of(LoadedKit kit) {
        long bytes = kit.bytes().file();
        return new Limits(TIME, memoryFor(bytes), FILE + 2 * bytes);
    }

    /**
     * The same limits with another time.
     *
     * @param other the time of one call, above 0
     * @return new limits
     */
    public Limits withTime(Duration other) {
        return new Limits(other, memory, file);
    }

    private static long memoryFor(long bytes) {
        return MEMORY + MEMORY_PER_PROCESSOR * Runtime.getRuntime().availableProcessors() + 8 * bytes;
    }
}
