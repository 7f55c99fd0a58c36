package org.karlworkbench.linker.machine;

/** The global offset table that a linker makes of what relocations ask for. */
public interface OffsetTable {
    /** The target that is the piece with the table's words. */
    int piece();

    /** The target that is the address which code means by the table. */
    int base();

    /** Says that something is relative to the table, so that there has to be one. */
    void need();

    /**
     * Where in the table a word stands, which is added if there is none yet.
     *
     * @param kind what the word holds of its target, a {@link FieldKind}
     * @param anchor the target
     * @param offset the distance from there
     * @return bytes from the table's beginning
     */
    int slot(byte kind, int anchor, long offset);
}
