package org.karlworkbench.linker;

import java.util.BitSet;
import org.karlworkbench.elf.Elf;

/**
 * All that moves about in the kernels of one kit, in columns: loaded input sections, the gap's four, COMMON symbols, what is
 * left of merged sections, and what the linker makes. The numbers are those of {@link LinkedLayout#address}.
 */
public final class LinkedPieces {
    private final Template template;
    private final Pieces pieces;
    private final LinkOrder order;
    private final BitSet contested;

    LinkedPieces(Template template, LinkOrder order) {
        this.template = template;
        this.order = order;
        pieces = template.pieces();
        contested = template.read().contestedPieces();
    }

    /** How many there are, those that the script leaves out among them. */
    public int count() {
        return pieces.count();
    }

    /** Whether a piece is in kernels at all. */
    public boolean isPlaced(int piece) {
        return pieces.isPlaced(piece);
    }

    /** Whether several objects have it and a draw decides whose copy is kept (gABI, "Section Groups"). */
    public boolean isContested(int piece) {
        return contested.get(piece);
    }

    /** The number of its object: those of the kit in the kit's order, then the gap's, then what the linker makes. */
    public int object(int piece) {
        return pieces.object(piece);
    }

    /** The name of its object in the kit, {@code gap.o}, or empty for what the linker makes. */
    public String objectName(int piece) {
        return template.read().objectName(pieces.object(piece));
    }

    /** How many objects the kit links, which are numbered from 0. */
    public int objects() {
        return template.read().objects().size();
    }

    /** Its section in the object; 0 for a COMMON symbol and for what the linker makes. */
    public int section(int piece) {
        return pieces.section(piece);
    }

    /**
     * The piece in which a section of an object lies.
     *
     * @param object a number as in {@link #object}, of the kit
     * @param section an index in the object
     * @return a piece, or -1 for what is not loaded
     */
    public int piece(int object, int section) {
        return Math.max(-1, template.read().piece(object, section));
    }

    /** Its section's name, or a COMMON symbol's. */
    public String name(int piece) {
        return pieces.name(piece);
    }

    /** Whether it is a COMMON symbol. */
    public boolean isCommon(int piece) {
        return pieces.section(piece) == Pieces.NO_SECTION && pieces.object(piece) < objects();
    }

    /** Whether it is executable (SHF_EXECINSTR). */
    public boolean isCode(int piece) {
        return (pieces.flags(piece) & Elf.SHF_EXECINSTR) != 0;
    }

    /** The number of the statement of the script that takes it; of one that is placed. */
    public int statement(int piece) {
        return pieces.statement(piece);
    }

    /** Its place in a statement that sorts: of equals the order of the objects decides. 0 where nothing is sorted. */
    public int rank(int piece) {
        return order.rank(piece);
    }

    /** The number of the output section, as in {@link LinkedNames#section}; of one that is placed. */
    public int output(int piece) {
        return template.output(piece);
    }

    /** A power of two, in bytes. */
    public long align(int piece) {
        return pieces.align(piece);
    }

    /** In bytes; a draw gives those of the gap. */
    public long size(int piece) {
        return pieces.size(piece);
    }
}
