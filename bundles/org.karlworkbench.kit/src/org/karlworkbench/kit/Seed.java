package org.karlworkbench.kit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * 256 bits from which everything random in a relink follows. A seed undoes the randomization for whoever reads it, so
 * {@link #toString()} does not show it.
 */
public final class Seed {
    /** The number of bytes of a seed. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A new seed from the operating system's generator.
     *
     * @return a seed that nobody has seen before
     */
    public static Seed random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Seed(bytes);
    }

    /**
     * Reads a seed that was written down.
     *
     * @param hex exactly 64 hexadecimal digits, in either case
     * @return the seed
     * @throws IllegalArgumentException if {@code hex} is anything else; the message does not repeat it
     */
    public static Seed parse(String hex) {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("a seed is exactly 64 hexadecimal digits");
        }
        return new Seed(HexFormat.of().parseHex(hex));
    }

    /**
     * The seed of one of many relinks, which alone repeats it: SHA-256 of this seed and the relink's number as 8 bytes,
     * big-endian.
     *
     * @param number which relink, from 1
     * @return another seed; the same for the same number
     */
    public Seed of(long number) {
        MessageDigest sha = Sha256.create(0);
        sha.update(bytes);
        return new Seed(
                sha.digest(ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
    }

    /**
     * The seed as it is written down in a ledger.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The seed's bytes.
     *
     * @return a copy of 32 bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seed seed && Arrays.equals(bytes, seed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Seed[hidden]";
    }
}
