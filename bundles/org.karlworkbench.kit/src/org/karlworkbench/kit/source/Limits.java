package org.karlworkbench.kit.source;

/** The most that a link-kit may have; ten times what the largest real ones need. */
public final class Limits {
    /** Bytes of one file. */
    public static final long MEMBER = 1L << 30;

    /** Bytes of all files of an archive, unpacked. */
    public static final long TOTAL = 8L << 30;

    /** Files and folders. */
    public static final int COUNT = 200_000;

    /** How many times larger than itself an archive may unpack; objects pack 3 to 10 times. */
    static final long RATIO = 200;

    /** What any archive may unpack to, however small it is. */
    static final long ALWAYS = 64L << 20;

    /** Bytes of a header that only extends the one after it, such as a long name. */
    static final int EXTENSION = 64 << 10;

    /** Headers of that kind in a row. */
    static final int EXTENSIONS = 8;

    /** Links that lead to each other before one leads to a file. */
    static final int LINKS = 8;

    private Limits() {}

    /** The most bytes that an archive of a size may unpack to. */
    static long unpacked(long packed) {
        return packed > TOTAL / RATIO ? TOTAL : Math.min(TOTAL, ALWAYS + packed * RATIO);
    }
}
