package org.karlworkbench.kit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * ChaCha20's key stream (RFC 8439, section 2.3). The JDK has it as a cipher, and the tests hold this against that; but
 * starting the JDK's cryptography takes a third of the time of a whole link, and nothing here is encrypted.
 */
final class ChaCha20 {
    private static final int NONCE_BYTES = 12;
    private static final int ROUNDS = 10;
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}; // "expand 32-byte k"

    private final int[] state = new int[16];

    /** A stream that begins at block 0; the nonce is the text in ASCII, padded with zeros to twelve bytes. */
    ChaCha20(byte[] key, String nonce) {
        System.arraycopy(CONSTANTS, 0, state, 0, CONSTANTS.length);
        words(key, state, 4, 8);
        words(Arrays.copyOf(nonce.getBytes(StandardCharsets.US_ASCII), NONCE_BYTES), state, 13, 3);
    }

    private static void words(byte[] bytes, int[] target, int at, int count) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(target, at, count);
    }

    /** The next block as eight little-endian 64-bit words. */
    void next(long[] block) {
        int[] x = state.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 4; i++) {
                quarter(x, i, 4 + i, 8 + i, 12 + i);
            }
            for (int i = 0; i < 4; i++) {
                quarter(x, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
            }
        }
        for (int i = 0; i < block.length; i++) {
            long low = Integer.toUnsignedLong(x[2 * i] + state[2 * i]);
            long high = Integer.toUnsignedLong(x[2 * i + 1] + state[2 * i + 1]);
            block[i] = high << 32 | low;
        }
        state[12]++;
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[a] += x[b];
        x[d] = Integer.rotateLeft(x[d] ^ x[a], 16);
        x[c] += x[d];
        x[b] = Integer.rotateLeft(x[b] ^ x[c], 12);
        x[a] += x[b];
        x[d] = Integer.rotateLeft(x[d] ^ x[a], 8);
        x[c] += x[d];
        x[b] = Integer.rotateLeft(x[b] ^ x[c], 7);
    }
}
