package org.karlworkbench.compare.blocks;

import java.util.List;

/**
 * Bytes whose mutual distances are the same in every draw: the unit in which everything moves, is leaked and is counted.
 *
 * @param number its index among the kit's blocks
 * @param object the object's name in the kit, {@code gap.o}, or empty for what the linker makes
 * @param role the part of the link order to which it belongs
 * @param output the number of the output section
 * @param statement the number of the script's statement that takes it
 * @param rank its place in a statement that sorts, else 0
 * @param pieces the linker's pieces in it, the first of which begins it
 * @param offsets how far each piece is from the block's beginning, in bytes
 * @param align to what its beginning is aligned, a power of two
 * @param size bytes from the beginning of its first piece to the end of its last one
 */
public record Block(
        int number,
        String object,
        Role role,
        int output,
        int statement,
        int rank,
        List<Integer> pieces,
        List<Long> offsets,
        long align,
        long size) {
    /** Copies the lists. */
    public Block {
        pieces = List.copyOf(pieces);
        offsets = List.copyOf(offsets);
    }

    /** The piece at which it begins. */
    public int first() {
        return pieces.getFirst();
    }

    /** Whether it is shuffled. */
    public boolean isBody() {
        return role == Role.BODY;
    }
}
