package org.karlworkbench.relink;

import java.util.Arrays;

/**
 * Reads a linker's map as it comes, in one pass over the bytes. Names in it come from objects and scripts that nobody
 * vouches for: a line that makes no sense is passed over, and what is missing or wrong in the end shows when the kernel
 * is accounted for.
 */
abstract class MapReader implements OutputSink {
    private static final int LONGEST_LINE = 1 << 16;
    private static final byte NEWLINE = '\n';

    private final LinkMap map = new LinkMap();
    private byte[] carried = new byte[512];
    private int carriedLength;
    private MapException failure;

    @Override
    public void bytes(byte[] buffer, int length) {
        if (failure != null) {
            return;
        }
        try {
            split(buffer, length);
        } catch (MapException e) {
            failure = e;
        }
    }

    /**
     * The map, when all of it has come.
     *
     * @throws MapException when it cannot be one
     */
    LinkMap end() {
        if (failure != null) {
            throw failure;
        }
        if (carriedLength > 0) {
            line(carried, 0, carriedLength);
            carriedLength = 0;
        }
        ended();
        return map;
    }

    /** Takes one line, without its line break. */
    abstract void line(byte[] buffer, int from, int to);

    /** The last line has been taken. */
    void ended() {}

    /** The columns to fill. */
    final LinkMap map() {
        return map;
    }

    private void split(byte[] buffer, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == NEWLINE) {
                if (carriedLength > 0) {
                    carry(buffer, from, i);
                    line(carried, 0, carriedLength);
                    carriedLength = 0;
                } else {
                    line(buffer, from, i);
                }
                from = i + 1;
            }
        }
        carry(buffer, from, length);
    }

    private void carry(byte[] buffer, int from, int to) {
        int length = carriedLength + to - from;
        if (length > LONGEST_LINE) {
            throw new MapException("the map has a line of more than " + LONGEST_LINE + " bytes");
        }
        if (length > carried.length) {
            carried = Arrays.copyOf(carried, Math.max(length, 2 * carried.length));
        }
        System.arraycopy(buffer, from, carried, carriedLength, to - from);
        carriedLength = length;
    }
}
