package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * Finds pieces by their bytes where nothing else tells of them: eight bytes of each that no linker writes are looked up
 * at every offset of the kernel that is still free, and where they stand the rest is compared. A piece that is found at
 * one place only, which no other wants, gets it.
 */
final class ContentSearch {
    private static final int ANCHOR = Long.BYTES;

    /** Bytes of an anchor that differ; fewer are found in any table. */
    private static final int VARIED = 4;

    /** How many windows of a piece are looked at for the best anchor. */
    private static final int WINDOWS = 512;

    /** Pieces that have the same anchor; more say nothing. */
    private static final int LONGEST_CHAIN = 64;

    /** The offset of a piece that was found more than once. */
    private static final long SEVERAL = -2;

    private final Board board;
    private final int[] open;
    private final long[] anchors;
    private final int[] anchorAt;
    private final int[] next;
    private final int[] slots;
    private final int[] foundIn;
    private final long[] found;

    ContentSearch(Board board) throws EngineException {
        this.board = board;
        open = board.open();
        anchors = new long[open.length];
        anchorAt = new int[open.length];
        next = new int[open.length];
        slots = new int[Math.max(1024, Integer.highestOneBit(Math.max(open.length, 1)) * 8)];
        foundIn = new int[open.length];
        found = new long[open.length];
        Arrays.fill(slots, -1);
        Arrays.fill(found, -1);
        for (int i = 0; i < open.length; i++) {
            if (!board.sections(open[i]).isNoBits(board.section(open[i])) && findAnchor(i)) {
                enter(i);
            }
        }
    }

    /** Settles what is found for certain. */
    void run(Progress progress) throws EngineException {
        int[][] placed = board.placed();
        for (int region = 0; region < placed.length; region++) {
            if (board.hasBytes(region)) {
                progress.checkCancelled();
                scan(region, placed[region]);
            }
        }
        for (int i = 0; i < open.length; i++) {
            if (found[i] >= 0) {
                int fixed = (int) board.size(open[i]) - board.mask(open[i]).cardinality();
                board.settle(open[i], foundIn[i], found[i], fixed);
            }
        }
        board.rejectOverlaps();
    }

    private boolean findAnchor(int i) throws EngineException {
        byte[] content = board.content(open[i]);
        BitSet mask = board.mask(open[i]);
        int best = 0;
        int windows = WINDOWS;
        for (int at = 0; at + ANCHOR <= content.length && windows > 0 && best < ANCHOR; windows--) {
            int field = mask.nextSetBit(at);
            if (field >= 0 && field < at + ANCHOR) {
                at = mask.nextClearBit(field);
            } else {
                int varied = varied(content, at);
                if (varied > best) {
                    best = varied;
                    anchorAt[i] = at;
                }
                at++;
            }
        }
        anchors[i] = best >= VARIED ? word(content, anchorAt[i]) : 0;
        return best >= VARIED;
    }

    /** Whether the bytes of a piece that no linker writes are as many and as varied as an anchor. */
    static boolean isVaried(byte[] content, BitSet mask) {
        BitSet values = new BitSet();
        int count = 0;
        for (int i = mask.nextClearBit(0); i < content.length; i = mask.nextClearBit(i + 1)) {
            values.set(content[i] & 0xff);
            count++;
        }
        return count >= ANCHOR && values.cardinality() >= VARIED;
    }

    private static int varied(byte[] content, int at) {
        int different = 0;
        for (int i = at; i < at + ANCHOR; i++) {
            int same = at;
            while (content[same] != content[i]) {
                same++;
            }
            different += same == i ? 1 : 0;
        }
        return different;
    }

    private static long word(byte[] content, int at) {
        long word = 0;
        for (int i = at; i < at + ANCHOR; i++) {
            word = word << 8 | content[i] & 0xff;
        }
        return word;
    }

    private int slot(long word) {
        return (int) (word * 0x9e3779b97f4a7c15L >>> Long.numberOfLeadingZeros(slots.length - 1));
    }

    private void enter(int i) {
        int slot = slot(anchors[i]);
        int length = 0;
        for (int other = slots[slot]; other >= 0; other = next[other]) {
            length++;
        }
        if (length < LONGEST_CHAIN) {
            next[i] = slots[slot];
            slots[slot] = i;
        }
    }

    /** Looks at what lies between the settled pieces of a region. */
    private void scan(int region, int[] placed) throws EngineException {
        long from = 0;
        for (int piece : placed) {
            scan(region, from, board.offset(piece));
            from = Math.max(from, board.end(piece));
        }
        scan(region, from, board.room(region));
    }

    private void scan(int region, long from, long to) throws EngineException {
        byte[] image = board.image(region);
        long word = 0;
        for (int at = (int) from; at < Math.min(to, image.length); at++) {
            word = word << 8 | image[at] & 0xff;
            if (at >= from + ANCHOR - 1) {
                for (int i = slots[slot(word)]; i >= 0; i = next[i]) {
                    if (anchors[i] == word) {
                        offer(i, region, at - ANCHOR + 1L - anchorAt[i], from, to);
                    }
                }
            }
        }
    }

    private void offer(int i, int region, long offset, long from, long to) throws EngineException {
        boolean fits = offset >= from
                && offset + board.size(open[i]) <= to
                && board.aligned(open[i], region, offset) == offset
                && found[i] != SEVERAL;
        if (fits && board.fits(open[i], region, offset)) {
            boolean again = found[i] >= 0;
            found[i] = again ? SEVERAL : offset;
            foundIn[i] = region;
        }
    }
}
