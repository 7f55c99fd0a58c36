package org.karlworkbench.linker;

import java.util.Objects;

/**
 * A relocation on its way to being a field: where it is, what it refers to, and where to put the result. Whatever would
 * touch bytes outside of the piece is an {@link IndexOutOfBoundsException}.
 */
final class Site {
    private final Fields fields;
    private final MadePieces made;
    private final byte[] arena;
    private int content;
    private int length;
    private int at;
    private int type;
    private long addend;
    private int anchor;
    private long offset;
    private boolean constant;
    private boolean consumed;

    Site(Fields fields, MadePieces made, byte[] arena) {
        this.fields = fields;
        this.made = made;
        this.arena = arena;
    }

    /** Goes to a piece. */
    void enter(int contentOffset, int size) {
        content = contentOffset;
        length = size;
    }

    /** Goes to a relocation of it. */
    void move(int where, int relocation, long plus) {
        at = where;
        type = relocation;
        addend = plus;
        consumed = false;
    }

    /** Says what the symbol is: its anchor, the distance from there, and whether that is a number and no address. */
    void target(int of, long distance, boolean number) {
        anchor = of;
        offset = distance;
        constant = number;
    }

    int type() {
        return type;
    }

    long addend() {
        return addend;
    }

    /** Sets the addend. */
    void addend(long implicit) {
        addend = implicit;
    }

    /** Whether S is a number, 0 for what nothing defines: nothing that code could be relative to. */
    boolean isConstant() {
        return constant;
    }

    /** Whether these bytes, relative to the field, are in the piece. */
    boolean reaches(int from, int to) {
        return at + from >= 0 && at + to <= length;
    }

    int get8(int distance) {
        return arena[index(distance, 1)] & 0xff;
    }

    int get32(int distance) {
        int i = index(distance, Integer.BYTES);
        return arena[i] & 0xff | (arena[i + 1] & 0xff) << 8 | (arena[i + 2] & 0xff) << 16 | arena[i + 3] << 24;
    }

    /** Where in the arena bytes of the piece are; an object can lie about where its relocations are. */
    private int index(int distance, int width) {
        Objects.checkFromIndexSize(at + distance, width, length);
        return content + at + distance;
    }

    /** Replaces the instruction. */
    void put32(int code) {
        for (int i = 0; i < Integer.BYTES; i++) {
            put8(i, code >>> Byte.SIZE * i);
        }
    }

    void put8(int distance, int value) {
        arena[index(distance, 1)] = (byte) value;
    }

    void put(int distance, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            put8(distance + i, bytes[i]);
        }
    }

    /** Adds a field that gets S + A. */
    void field(byte kind) {
        field(kind, 0, addend);
    }

    /** Adds a field at a distance from the relocation's, which gets S and a number. */
    void field(byte kind, int distance, long plus) {
        add(kind, distance, anchor, offset + plus);
    }

    /** Adds a field for the word of the global offset table that holds S: its address and A. */
    void gotSlot(byte kind) {
        int slot = made.slot(anchor, offset);
        add(kind, 0, made.got(), slot + addend);
    }

    /** Adds a field for the global offset table's beginning and A. */
    void gotBase(byte kind) {
        made.needGot();
        add(kind, 0, Anchors.GOT, addend);
    }

    private void add(byte kind, int distance, int target, long plus) {
        Objects.checkFromIndexSize(at + distance, FieldKind.width(kind), length);
        fields.add(at + distance, kind, target, plus);
    }

    /** Says that a field is relative to the table. */
    void needGot() {
        made.needGot();
    }

    /** Says that this relocation spoke for the next one too. */
    void consumeNext() {
        consumed = true;
    }

    boolean isNextDone() {
        return consumed;
    }
}
