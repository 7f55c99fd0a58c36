package org.karlworkbench.linker;

import java.util.Arrays;

/**
 * All that can be moved about in a kernel, in columns: the loaded sections of the kit's objects, the gap's four, COMMON
 * symbols, what is left of sections of strings when each string stands once, and what the linker itself makes. A piece is
 * copied as a whole, its fields are relocated; it belongs to one object and one statement of the script.
 */
final class Pieces {
    /** The statement of what is in no kernel. */
    static final int DISCARDED = -1;

    /** The section of a COMMON symbol or of something that the linker makes. */
    static final int NO_SECTION = 0;

    private int count;
    private int[] object = new int[1 << 12];
    private int[] section = new int[1 << 12];
    private int[] statement = new int[1 << 12];
    private int[] type = new int[1 << 12];
    private int[] flags = new int[1 << 12];
    private int[] align = new int[1 << 12];
    private long[] size = new long[1 << 12];
    private int[] content = new int[1 << 12];
    private String[] name = new String[1 << 12];

    /**
     * Adds a piece.
     *
     * @param object the number of its object in the kit, or one behind for the gap
     * @param section its section in the object
     * @param name the section's name, by which the script places it
     * @param type SHT_*
     * @param flags SHF_*, 32 bits
     * @param align a power of two
     * @param size in bytes
     * @return its number
     */
    int add(int object, int section, String name, int type, int flags, int align, long size) {
        if (count == this.object.length) {
            grow();
        }
        this.object[count] = object;
        this.section[count] = section;
        this.name[count] = name;
        this.type[count] = type;
        this.flags[count] = flags;
        this.align[count] = align;
        this.size[count] = size;
        this.content[count] = -1;
        this.statement[count] = DISCARDED;
        return count++;
    }

    private void grow() {
        int capacity = 2 * count;
        object = Arrays.copyOf(object, capacity);
        section = Arrays.copyOf(section, capacity);
        statement = Arrays.copyOf(statement, capacity);
        type = Arrays.copyOf(type, capacity);
        flags = Arrays.copyOf(flags, capacity);
        align = Arrays.copyOf(align, capacity);
        size = Arrays.copyOf(size, capacity);
        content = Arrays.copyOf(content, capacity);
        name = Arrays.copyOf(name, capacity);
    }

    int count() {
        return count;
    }

    int object(int piece) {
        return object[piece];
    }

    int section(int piece) {
        return section[piece];
    }

    String name(int piece) {
        return name[piece];
    }

    int type(int piece) {
        return type[piece];
    }

    int flags(int piece) {
        return flags[piece];
    }

    int align(int piece) {
        return align[piece];
    }

    long size(int piece) {
        return size[piece];
    }

    void resize(int piece, long bytes) {
        size[piece] = bytes;
    }

    /** Where in the arena its bytes are, or -1 for one without bytes. */
    int content(int piece) {
        return content[piece];
    }

    void content(int piece, int offset) {
        content[piece] = offset;
    }

    int statement(int piece) {
        return statement[piece];
    }

    void place(int piece, int number) {
        statement[piece] = number;
    }

    boolean isPlaced(int piece) {
        return statement[piece] != DISCARDED;
    }
}
