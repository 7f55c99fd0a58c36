package org.karlworkbench.relink.tests;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.karlworkbench.kit.Seed;

/**
 * Where random tests begin whose subject or witness is wrong now and then by its nature, such as a search that goes by samples:
 * in each build at the same place, since a build must not fail where nothing has changed, and anywhere when they are multiplied.
 */
public final class Chance {
    private static final boolean MULTIPLIED = Integer.getInteger("karl.rounds", 1) > 1;

    private Chance() {}

    /** The number with which a generator begins. */
    public static long seed() {
        return MULTIPLIED ? new SecureRandom().nextLong() : 1;
    }

    /** A seed of the engine for who needs one. */
    public static Seed first() {
        return seed(new Random(seed()));
    }

    /** A seed of the engine that follows from a generator. */
    public static Seed seed(Random random) {
        byte[] bytes = new byte[Seed.BYTES];
        random.nextBytes(bytes);
        return Seed.parse(HexFormat.of().formatHex(bytes));
    }
}
