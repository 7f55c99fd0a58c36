package org.karlworkbench.debug.trial;

import java.nio.charset.StandardCharsets;
import org.karlworkbench.relink.OutputSink;

/** Keeps the end of what a command writes, however much that is. */
final class LastBytes implements OutputSink {
    /** How much is kept, in bytes. */
    static final int MOST = 64 * 1024;

    private final byte[] kept = new byte[MOST];
    private long count;

    @Override
    public synchronized void bytes(byte[] buffer, int length) {
        for (int i = Math.max(0, length - MOST); i < length; i++) {
            kept[(int) ((count + i) % MOST)] = buffer[i];
        }
        count += length;
    }

    synchronized String text() {
        int length = (int) Math.min(count, MOST);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = kept[(int) ((count - length + i) % MOST)];
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
