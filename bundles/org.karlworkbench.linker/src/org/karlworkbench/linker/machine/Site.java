package org.karlworkbench.linker.machine;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.karlworkbench.elf.EngineException;

/**
 * A relocation on its way to being a field: where it is, what it refers to, and where to put the result. Whatever would
 * touch bytes outside of the piece is an {@link IndexOutOfBoundsException}.
 */
public final class Site {
    private final Fields fields;
    private final Machine machine;
    private final OffsetTable table;
    private final Words words;
    private final byte[] arena;
    private int content;
    private int length;
    private int at;
    private int type;
    private long addend;
    private int anchor;
    private long offset;
    private boolean constant;
    private boolean undefined;
    private boolean function;
    private boolean consumed;
    private int data;
    private int piece;
    private Neighbours neighbours;

    /**
     * A site that goes from relocation to relocation of a kit.
     *
     * @param fields gets all fields
     * @param table gets what is asked of it
     * @param arena the bytes of all pieces
     */
    public Site(Machine machine, Fields fields, OffsetTable table, byte[] arena) {
        this.machine = machine;
        this.fields = fields;
        this.table = table;
        this.arena = arena;
        words = new Words(machine.order());
    }

    /**
     * Goes to a piece.
     *
     * @param number its number
     * @param contentOffset where in the arena its bytes begin
     * @param size how many there are
     * @param others its relocations
     */
    public void enter(int number, int contentOffset, int size, Neighbours others) {
        piece = number;
        content = contentOffset;
        length = size;
        neighbours = others;
    }

    /** Goes to a relocation of it. */
    public void move(int where, int relocation, long plus, int more) {
        at = where;
        type = relocation;
        addend = plus;
        data = more;
        consumed = false;
    }

    /** Says what the symbol is: its anchor, the distance from there, and whether that is a number and no address. */
    public void target(int of, long distance, boolean number) {
        anchor = of;
        offset = distance;
        constant = number;
        undefined = false;
        function = false;
    }

    /** Says that nothing defines the symbol. */
    public void nothing(int zero) {
        target(zero, 0, true);
        undefined = true;
    }

    /** Says that the symbol is a function. */
    public void function() {
        function = true;
    }

    /** Whether nothing defines the symbol. */
    boolean isUndefined() {
        return undefined;
    }

    /** Whether the symbol is a function. */
    boolean isFunction() {
        return function;
    }

    public int type() {
        return type;
    }

    public long addend() {
        return addend;
    }

    /** The second addend that few relocations have. */
    int data() {
        return data;
    }

    /** Sets the addend. */
    public void addend(long implicit) {
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

    int get16(int distance) {
        return words.get16(arena, index(distance, Short.BYTES));
    }

    int get32(int distance) {
        return words.get32(arena, index(distance, Integer.BYTES));
    }

    long get64(int distance) {
        return words.get64(arena, index(distance, Long.BYTES));
    }

    /** Where in the arena bytes of the piece are; an object can lie about where its relocations are. */
    private int index(int distance, int width) {
        Objects.checkFromIndexSize(at + distance, width, length);
        return content + at + distance;
    }

    /** Replaces the instruction. */
    void put32(int code) {
        put32(0, code);
    }

    void put32(int distance, int code) {
        words.put32(arena, index(distance, Integer.BYTES), code);
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
        gotSlot(kind, machine.address(), addend);
    }

    /**
     * Adds a field for a word of the global offset table: its address and a number.
     *
     * @param holds what the word holds of S, a {@link FieldKind}
     */
    void gotSlot(byte kind, byte holds, long plus) {
        int slot = table.slot(holds, anchor, offset);
        add(kind, 0, table.piece(), slot + plus);
    }

    /** Adds a field for the global offset table's beginning and A. */
    void gotBase(byte kind) {
        table.need();
        add(kind, 0, table.base(), addend);
    }

    private void add(byte kind, int distance, int target, long plus) {
        Objects.checkFromIndexSize(at + distance, machine.width(kind), length);
        fields.add(at + distance, kind, target, plus);
    }

    /** Says that a field is relative to the table. */
    void needGot() {
        table.need();
    }

    /** Where in the piece the relocation is. */
    public int place() {
        return at;
    }

    /** The target that S is relative to. */
    int anchor() {
        return anchor;
    }

    /** The distance of S from there. */
    long offset() {
        return offset;
    }

    /** Adds a field that gets the address of this place and a number. */
    void fieldHere(byte kind, int distance, long plus) {
        add(kind, distance, piece, at + plus);
    }

    /** The place in this piece that S is; -1 if it is in another. */
    long ownPlace() {
        return anchor == piece ? offset : -1;
    }

    /**
     * Goes on with what another relocation of this piece says: its type, addend and target, and the place stays.
     *
     * @return false if there is no such relocation
     * @throws EngineException if it refers to nothing that could be in a kernel
     */
    boolean follow(long place, IntPredicate types) throws EngineException {
        return neighbours.tell(place, types);
    }

    /** What another relocation says, which this site is to go on with. */
    public void become(int relocation, long plus) {
        type = relocation;
        addend = plus;
    }

    /** Says that this relocation spoke for the next one too. */
    void consumeNext() {
        consumed = true;
    }

    /** Whether the next relocation needs nothing more. */
    public boolean isNextDone() {
        return consumed;
    }
}
