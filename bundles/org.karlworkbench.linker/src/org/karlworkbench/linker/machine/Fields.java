package org.karlworkbench.linker.machine;

import java.util.Arrays;

/**
 * The fields that a link writes, in columns, by piece. What each gets is a function of the addresses of two anchors: the
 * piece that it lies in and its target. All that does not depend on the draw is in the addend.
 */
public final class Fields {
    /** For so many fields there is room at least, and for no more than so many before there are any. */
    private static final int LEAST = 1 << 10;

    private static final int MOST = 1 << 24;

    private int count;
    private int[] first = new int[1 << 12];
    private int pieces;
    private int[] offset;
    private byte[] kind;
    private int[] target;
    private long[] addend;

    /**
     * A table without fields.
     *
     * @param expected about how many there will be
     */
    public Fields(long expected) {
        int room = Math.clamp(expected, LEAST, MOST);
        offset = new int[room];
        kind = new byte[room];
        target = new int[room];
        addend = new long[room];
    }

    /** What follows belongs to this piece; pieces come in ascending order. */
    public void begin(int piece) {
        if (piece >= first.length) {
            first = Arrays.copyOf(first, Math.max(piece + 1, 2 * first.length));
        }
        while (pieces <= piece) {
            first[pieces++] = count;
        }
    }

    /**
     * Adds a field.
     *
     * @param at its distance from the piece's beginning
     * @param how one of {@link FieldKind}
     * @param anchor the target's number: a piece, or behind all pieces a slot, counted from -1 down
     * @param plus what is added to the target's address
     */
    public void add(int at, byte how, int anchor, long plus) {
        if (count == offset.length) {
            int capacity = 2 * count;
            offset = Arrays.copyOf(offset, capacity);
            kind = Arrays.copyOf(kind, capacity);
            target = Arrays.copyOf(target, capacity);
            addend = Arrays.copyOf(addend, capacity);
        }
        offset[count] = at;
        kind[count] = how;
        target[count] = anchor;
        addend[count] = plus;
        count++;
    }

    /** Ends the table: slots, counted from -1 down until now, get numbers behind those of the pieces. */
    public void end(int allPieces) {
        begin(allPieces);
        for (int i = 0; i < count; i++) {
            if (target[i] < 0) {
                target[i] = allPieces + ~target[i];
            }
        }
    }

    public int count() {
        return count;
    }

    /** The first field of a piece; those of the next follow it. */
    public int first(int piece) {
        return first[piece];
    }

    public int offset(int field) {
        return offset[field];
    }

    public byte kind(int field) {
        return kind[field];
    }

    public int target(int field) {
        return target[field];
    }

    public long addend(int field) {
        return addend[field];
    }
}
