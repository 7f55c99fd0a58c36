package org.karlworkbench.verify.psabi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A field on its way from the object to the kernel: the bytes that are expected, beginning as the object's and relocated
 * one after the other, and the bytes that the kernel has. Distances are from the relocation's offset, in bytes. One site
 * is moved from field to field.
 */
public final class Site {
    private static final VarHandle LITTLE16 = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG16 = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE32 = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG32 = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE64 = view(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG64 = view(long[].class, ByteOrder.BIG_ENDIAN);

    private final LinkFacts link;
    private final boolean big;
    private Object owner;
    private byte[] expected;
    private byte[] found;
    private int start;
    private long address;
    private int at;
    private int origin;
    private int data;
    private int other;
    private long symbol;
    private long addend;
    private Nature nature;
    private boolean consumed;

    /**
     * A site for one kernel.
     *
     * @param link what is known of the link
     * @param order the kernel's byte order
     */
    public Site(LinkFacts link, ByteOrder order) {
        this.link = link;
        big = order == ByteOrder.BIG_ENDIAN;
    }

    private static VarHandle view(Class<?> words, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(words, order);
    }

    /**
     * Goes to another piece.
     *
     * @param object the object that brings it, whatever that is
     * @param piece the bytes of the object's section, which will be relocated
     * @param kernel the bytes of the kernel's section
     * @param from where the piece begins in them
     * @param where the piece's address
     */
    public void enter(Object object, byte[] piece, byte[] kernel, int from, long where) {
        owner = object;
        expected = piece;
        found = kernel;
        start = from;
        address = where;
    }

    /**
     * Goes to another field of the piece.
     *
     * @param offset the relocation's offset
     * @param value the symbol's address, S
     * @param more the relocation's addend, A; 0 where the field holds it
     * @param what what the symbol is
     */
    public void move(int offset, long value, long more, Nature what) {
        at = offset;
        origin = offset;
        symbol = value;
        addend = more;
        nature = what;
        consumed = false;
    }

    /**
     * Says more of the field that was gone to.
     *
     * @param second the relocation's second addend, for machines that have one
     * @param definition the symbol's st_other, where it is defined
     * @param from the offset that is meant by P
     */
    public void know(int second, int definition, int from) {
        data = second;
        other = definition;
        origin = from;
    }

    /**
     * Whether the relocation that was applied last spoke for the next one too: a call that went with its argument.
     *
     * @return true if the next relocation is done
     */
    public boolean isNextDone() {
        return consumed;
    }

    /** Says that the next relocation's field has been written. */
    void consumeNext() {
        consumed = true;
    }

    /** The object, to keep what is known of it. */
    Object owner() {
        return owner;
    }

    /** What is known of the link. */
    LinkFacts link() {
        return link;
    }

    /** S. */
    long s() {
        return symbol;
    }

    /**
     * A.
     *
     * @return the relocation's addend, or the one that the field held
     */
    public long a() {
        return addend;
    }

    /**
     * Takes the addend that the field holds, where relocations have none of their own.
     *
     * @param implicit what {@link Psabi#implicit} gives for the field that was moved to
     */
    public void addend(long implicit) {
        addend = implicit;
    }

    /** P. */
    long p() {
        return address + origin;
    }

    /** The second addend, on machines that have one. */
    int data() {
        return data;
    }

    /** The symbol's st_other, where it is defined. */
    int other() {
        return other;
    }

    /** The distance of P: 0, unless the relocation completes another one. */
    int origin() {
        return origin - at;
    }

    /** The relocation's offset in its section. */
    int offset() {
        return at;
    }

    /** Whether the symbol is an indirect function, to which the linker makes a way of its own. */
    boolean isIndirect() {
        return nature == Nature.INDIRECT;
    }

    /** Whether the symbol's type says that it is a function. */
    boolean isFunction() {
        return nature == Nature.FUNCTION;
    }

    /**
     * S + A, where S is for an indirect function the code that the linker made to jump there. Of several the one is meant
     * at which the kernel points.
     *
     * @param mask the bits of S + A that the kernel's field tells
     * @param bits what they are
     */
    long target(long mask, long bits) {
        long stub = isIndirect() ? link.stub(symbol, mask, bits - addend) : LinkFacts.UNKNOWN;
        return (stub == LinkFacts.UNKNOWN ? symbol : stub) + addend;
    }

    /** The word of the linker's that leads to the symbol, as {@link LinkFacts#word}. */
    long word(long mask, long bits) {
        return isIndirect() ? link.wordTo(symbol, mask, bits) : link.word(symbol, mask, bits);
    }

    /** Whether a word that the linker made, such as an entry of the GOT, leads to the symbol. */
    boolean leads(long slot) {
        return isIndirect() ? link.leads(slot, symbol) : link.holds(slot, symbol);
    }

    /** S relative to the beginning of the thread-local data. */
    long threadOffset() {
        return symbol - link.tls();
    }

    /**
     * Puts a field that leads to a word of the linker's, such as an entry of the GOT; of several that hold the same the one
     * that the kernel's field means.
     *
     * @param value what the word holds
     * @param distance where what is written for it begins
     * @param bytes how many bytes that are
     * @param field writes it
     * @return false if the kernel's field means no such word; the field is not to be trusted then
     */
    boolean putSlot(long value, int distance, int bytes, SlotField field) {
        for (long slot = link.firstSlot(value); slot != LinkFacts.UNKNOWN; slot = link.nextSlot()) {
            field.put(this, slot);
            if (agrees(distance, bytes)) {
                return link.holds(slot, value);
            }
        }
        return false;
    }

    /** Puts a field that leads to a word of the linker's, as {@link #putSlot}; without such a word it is wrong. */
    void needSlot(long value, int distance, int bytes, SlotField field) {
        if (!putSlot(value, distance, bytes, field) && agrees(distance, bytes)) {
            put8(distance, ~found8(distance));
        }
    }

    /** Writes a field that leads to a word of the linker's. */
    interface SlotField {
        void put(Site site, long slot);
    }

    /** Whether the expected bytes are the kernel's. */
    boolean agrees(int distance, int bytes) {
        int from = check(distance, bytes);
        return Arrays.equals(expected, from, from + bytes, found, start + from, start + from + bytes);
    }

    /** Puts an address, unless the kernel does that itself at boot and its word has the object's bytes until then. */
    void putAddress64(long value) {
        if (!link.relocates(address + at, value) || found64(0) != get64(0)) {
            put64(0, value);
        }
    }

    /** Whether nothing defines the symbol, so that S is 0. */
    boolean isUndefined() {
        return nature == Nature.UNDEFINED;
    }

    int get8(int distance) {
        return expected[at + distance] & 0xff;
    }

    int get16(int distance) {
        return (big ? (short) BIG16.get(expected, at + distance) : (short) LITTLE16.get(expected, at + distance))
                & 0xffff;
    }

    int get32(int distance) {
        return big ? (int) BIG32.get(expected, at + distance) : (int) LITTLE32.get(expected, at + distance);
    }

    long get64(int distance) {
        return big ? (long) BIG64.get(expected, at + distance) : (long) LITTLE64.get(expected, at + distance);
    }

    int found8(int distance) {
        return found[start + check(distance, 1)] & 0xff;
    }

    int found16(int distance) {
        return (big
                        ? (short) BIG16.get(found, start + check(distance, 2))
                        : (short) LITTLE16.get(found, start + check(distance, 2)))
                & 0xffff;
    }

    int found32(int distance) {
        return big
                ? (int) BIG32.get(found, start + check(distance, 4))
                : (int) LITTLE32.get(found, start + check(distance, 4));
    }

    long found64(int distance) {
        return big
                ? (long) BIG64.get(found, start + check(distance, 8))
                : (long) LITTLE64.get(found, start + check(distance, 8));
    }

    void put8(int distance, long value) {
        expected[at + distance] = (byte) value;
    }

    void put16(int distance, long value) {
        if (big) {
            BIG16.set(expected, at + distance, (short) value);
        } else {
            LITTLE16.set(expected, at + distance, (short) value);
        }
    }

    void put32(int distance, long value) {
        if (big) {
            BIG32.set(expected, at + distance, (int) value);
        } else {
            LITTLE32.set(expected, at + distance, (int) value);
        }
    }

    void put64(int distance, long value) {
        if (big) {
            BIG64.set(expected, at + distance, value);
        } else {
            LITTLE64.set(expected, at + distance, value);
        }
    }

    /** Replaces the bits of a mask in a 32-bit word. */
    void insert32(int distance, int mask, long bits) {
        put32(distance, get32(distance) & ~mask | (int) bits & mask);
    }

    /** Whether the piece has bytes there. */
    boolean reaches(int distance, int bytes) {
        return at + distance >= 0 && at + distance + bytes <= expected.length;
    }

    private int check(int distance, int bytes) {
        if (!reaches(distance, bytes)) {
            throw new IndexOutOfBoundsException("field at " + at);
        }
        return at + distance;
    }
}
