package org.karlworkbench.kit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * SHA-256 (FIPS 180-4), by which kits, kernels and relinks are told apart. Where there is much to digest and the system has
 * libcrypto, that computes it: Java's own is as fast only after the better compiler has seen it, for which a relink is over
 * too soon.
 */
public final class Sha256 {
    /** About as many bytes as Java digests in the time in which libcrypto is loaded. */
    private static final long WORTH = 4 << 20;

    private static final AtomicLong ASKED = new AtomicLong();

    private Sha256() {}

    /**
     * A digest that nothing has been added to.
     *
     * @param bytes about how many will be, 0 or more
     * @return for one thread at a time; it cannot be cloned
     */
    public static MessageDigest create(long bytes) {
        boolean pays = ASKED.addAndGet(bytes) >= WORTH;
        return pays && LibcryptoSha256.isInstalled() ? new LibcryptoSha256() : ofJava();
    }

    private static MessageDigest ofJava() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
