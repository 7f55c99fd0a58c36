package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;
import org.karlworkbench.elf.EngineException;

/**
 * The bytes of a kernel where a piece may lie, in the piece's own order.
 *
 * @param bytes hold them
 * @param start where in those the piece begins
 */
record Window(byte[] bytes, int start) {
    /** What a piece sees at an offset of a region, which has to hold it as a whole. */
    static Window of(Board board, int piece, int region, long offset) throws EngineException {
        byte[] image = board.image(region);
        if (region == board.sortedRegion()) {
            long[] functions =
                    UnwindTable.functions(board.relocations(piece), board.size(piece), symbol -> board.words()
                            .address(board.object(piece), symbol));
            if (functions != null) {
                return new Window(UnwindTable.unsorted(image, (int) offset, functions), 0);
            }
        }
        return new Window(image, (int) offset);
    }

    /**
     * Whether a piece's bytes stand here, but for what a linker may write.
     *
     * @param own the piece's bytes, no more than there are from where it begins
     * @param mask those that a linker may write
     */
    boolean shows(byte[] own, BitSet mask) {
        for (int from = mask.nextClearBit(0); from < own.length; ) {
            int next = mask.nextSetBit(from);
            int to = next < 0 ? own.length : next;
            if (Arrays.mismatch(own, from, to, bytes, start + from, start + to) >= 0) {
                return false;
            }
            from = mask.nextClearBit(to);
        }
        return true;
    }
}
