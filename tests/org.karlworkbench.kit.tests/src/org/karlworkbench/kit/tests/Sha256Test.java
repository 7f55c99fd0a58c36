package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.karlworkbench.kit.Sha256;

/** Whoever computes it: the same digests as Java's own, whatever the pieces. */
class Sha256Test {
    private static final int MOST = 3 << 20; // more than goes at a time
    private static final long MUCH = 1 << 30; // what Java would not be asked for

    /** The vectors of FIPS 180-4's examples. */
    @Test
    void theStandardsExamples() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", of("abc"));
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", of(""));
        assertEquals(
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
    }

    private static String of(String text) {
        return HexFormat.of().formatHex(Sha256.create(MUCH).digest(text.getBytes()));
    }

    @Test
    void piecesMakeNoDifference() throws Exception {
        Random random = new Random(1);
        MessageDigest ours = Sha256.create(MUCH);
        for (int round = 0; round < 30; round++) {
            byte[] bytes = new byte[random.nextInt(round < 25 ? 5_000 : MOST)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; ) {
                int size = Math.min(bytes.length - at, 1 + random.nextInt(round < 25 ? 200 : MOST));
                add(ours, bytes, at, size, random.nextInt(4));
                at += size;
            }
            assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(bytes), ours.digest());
        }
    }

    /** Blocks have 64 bytes, padding takes 9 to 72, and some 64 KB are gathered before anything is computed. */
    @Test
    void lengthsAboutTheEndsOfBlocks() throws Exception {
        MessageDigest ours = Sha256.create(MUCH);
        MessageDigest javas = MessageDigest.getInstance("SHA-256");
        byte[] bytes = new byte[(1 << 17) + 200];
        new Random(2).nextBytes(bytes);
        for (int ends : new int[] {100, 1 << 16, 1 << 17}) {
            for (int length = ends - 100; length < ends + 100; length++) {
                javas.update(bytes, 0, length);
                ours.update(bytes, 0, length / 2);
                ours.update(bytes, length / 2, length - length / 2);
                assertArrayEquals(javas.digest(), ours.digest(), length + " bytes");
            }
        }
    }

    private static void add(MessageDigest sha, byte[] bytes, int at, int size, int how) {
        if (how == 0 && size < 100) {
            for (int i = at; i < at + size; i++) {
                sha.update(bytes[i]);
            }
        } else if (how == 1) {
            sha.update(ByteBuffer.wrap(bytes, at, size).asReadOnlyBuffer());
        } else if (how == 2) {
            sha.update(ByteBuffer.allocateDirect(size).put(bytes, at, size).flip());
        } else {
            sha.update(bytes, at, size);
        }
    }

    @Test
    void itBeginsAnewWhenAsked() {
        MessageDigest sha = Sha256.create(MUCH);
        sha.update(new byte[100]);
        sha.reset();
        assertArrayEquals(Sha256.create(MUCH).digest(), sha.digest());
        assertEquals(32, sha.getDigestLength());
    }
}
