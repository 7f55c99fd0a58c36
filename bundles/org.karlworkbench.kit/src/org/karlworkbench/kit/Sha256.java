package org.karlworkbench.kit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 (FIPS 180-4), by which kits, kernels and relinks are told apart. The system's libcrypto computes it where it is
 * installed: Java's own is as fast only after it has been compiled by the better compiler, for which a single relink is
 * over too soon.
 */
public final class Sha256 {
    private Sha256() {}

    /**
     * A digest that nothing has been added to.
     *
     * @return for one thread at a time; it cannot be cloned
     */
    public static MessageDigest create() {
        return LibcryptoSha256.isInstalled() ? new LibcryptoSha256() : ofJava();
    }

    /** Java's own. */
    static MessageDigest ofJava() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
