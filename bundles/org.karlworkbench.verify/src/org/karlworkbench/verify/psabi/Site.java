package org.karlworkbench.verify.psabi;

import java.nio.ByteOrder;

/**
 * A field on its way from the object to the kernel, with what its relocation says and what is known of the link. One site
 * is moved from field to field.
 */
public final class Site extends SiteBytes {
    private final LinkFacts link;
    private Object owner;
    private long address;
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
        super(order);
        this.link = link;
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
        enter(piece, kernel, from);
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
        go(offset);
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
        return origin - offset();
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

    /** Puts an address, unless the kernel does that itself at boot and its word has the object's bytes until then. */
    void putAddress64(long value) {
        if (!link.relocates(address + offset(), value) || found64(0) != get64(0)) {
            put64(0, value);
        }
    }

    /** Whether nothing defines the symbol, so that S is 0. */
    boolean isUndefined() {
        return nature == Nature.UNDEFINED;
    }
}
