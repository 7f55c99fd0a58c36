package org.karlworkbench.relink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The beginning and the end of what a tool wrote, in bounded memory, however much it writes. */
final class OutputTail implements OutputSink {
    private static final int KEPT = 16 * 1024;

    private final byte[] first = new byte[KEPT];
    private final byte[] ring = new byte[KEPT];
    private long written;

    @Override
    public synchronized void bytes(byte[] buffer, int length) {
        int from = 0;
        if (written < KEPT) {
            from = (int) Math.min(length, KEPT - written);
            System.arraycopy(buffer, 0, first, (int) written, from);
            written += from;
        }
        written += Math.max(0, length - from - KEPT); // would be overwritten at once
        for (int i = Math.max(from, length - KEPT); i < length; i++) {
            ring[(int) ((written++ - KEPT) % KEPT)] = buffer[i];
        }
    }

    /** The kept lines, without empty ones; where something is missing between them, a line says so. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(split(Arrays.copyOf(first, (int) Math.min(written, KEPT))));
        long later = written - KEPT;
        if (later > KEPT) {
            lines.add("... " + (later - KEPT) + " bytes left out ...");
        }
        if (later > 0) {
            lines.addAll(split(end(later)));
        }
        return lines;
    }

    private byte[] end(long later) {
        int length = (int) Math.min(later, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((later - length + i) % KEPT)];
        }
        return bytes;
    }

    private static List<String> split(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
