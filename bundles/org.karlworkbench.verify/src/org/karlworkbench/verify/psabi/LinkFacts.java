package org.karlworkbench.verify.psabi;

/** What a formula needs to know of the kernel besides the symbol, and can be held against its bytes. */
public interface LinkFacts {
    /**
     * Whether a word that the linker made, such as an entry of the GOT, holds an address or offset.
     *
     * @param slot the word's address; it is as large as the kernel's addresses
     * @param value what it has to hold
     * @return false if nothing that the linker made lies there, or it holds something else
     */
    boolean holds(long slot, long value);

    /**
     * The first word of the linker's that holds an address or offset, such as an entry of the GOT.
     *
     * @param value what it holds
     * @return its address, or {@link #UNKNOWN} if there is none
     */
    long firstSlot(long value);

    /**
     * The next word that holds what {@link #firstSlot} was asked for last.
     *
     * @return its address, or {@link #UNKNOWN} if there is none
     */
    long nextSlot();

    /**
     * What a word in one of the linker's sections holds.
     *
     * @param address the word's address
     * @return its value, or {@link #UNKNOWN} elsewhere
     */
    long read(long address);

    /**
     * Whether a kernel that relocates itself at boot puts an address into a word.
     *
     * @param address the word's address
     * @param value what it has to hold
     * @return false if the kernel does not do that to this word, or puts something else there
     */
    boolean relocates(long address, long value);

    /**
     * Whether code that the linker made jumps to where an indirect function's resolver says.
     *
     * @param stub the code's address
     * @param resolver the resolver's address, the symbol's value
     * @return false if no such code lies there
     */
    boolean jumps(long stub, long resolver);

    /**
     * The code that the linker made to jump to where an indirect function's resolver says, on machines where that code is
     * itself what is written at boot.
     *
     * @param resolver the resolver's address, the symbol's value
     * @return the code's address, or {@link #UNKNOWN} if there is none
     */
    long way(long resolver);

    /**
     * Whether a word that the linker made leads to where an indirect function's resolver says: the resolver fills it at
     * boot, or it holds the address of code that {@link #jumps} there.
     *
     * @param slot the word's address
     * @param resolver the resolver's address, the symbol's value
     * @return false if nothing that the linker made lies there, or it leads elsewhere
     */
    boolean leads(long slot, long resolver);

    /**
     * Code that the linker made for an indirect function: it {@link #jumps} to where the resolver says.
     *
     * @param resolver the resolver's address, the symbol's value
     * @param mask the bits of its address that are known
     * @param bits what they are
     * @return its address; that of another such code if none has these bits; {@link #UNKNOWN} if there is none
     */
    long stub(long resolver, long mask, long bits);

    /**
     * A word that the linker made and that holds an address or offset, where code tells only some bits of the word's own
     * address.
     *
     * @param value what it has to hold
     * @param mask the bits of its address that are known
     * @param bits what they are
     * @return its address; that of another word which holds the value if none has these bits; {@link #UNKNOWN} if no word
     *     holds it
     */
    long word(long value, long mask, long bits);

    /**
     * A word that the linker made and that {@link #leads} to where an indirect function's resolver says, likewise.
     *
     * @param resolver the resolver's address, the symbol's value
     * @param mask the bits of its address that are known
     * @param bits what they are
     * @return as of {@link #word}
     */
    long wordTo(long resolver, long mask, long bits);

    /**
     * Whether any of some addresses lies in a section that is loaded.
     *
     * @param from the first of them
     * @param to the one behind the last
     * @return true if a kernel has something there
     */
    boolean isLoaded(long from, long to);

    /**
     * The address to which GOT-relative fields refer.
     *
     * @return the value of {@code _GLOBAL_OFFSET_TABLE_} and its kin, or {@link #UNKNOWN}
     */
    long got();

    /**
     * Where the section begins that holds the GOT. Its symbol may lie further on.
     *
     * @return the address of {@code .got}, or {@link #UNKNOWN}
     */
    long gotSection();

    /**
     * The address from which data are reached through a register that keeps it.
     *
     * @return the value of {@link Psabi#pointerName}, or {@link #UNKNOWN}
     */
    long pointer();

    /**
     * Where the thread-local data begin.
     *
     * @return the address of the segment PT_TLS, or {@link #UNKNOWN} without one
     */
    long tls();

    /**
     * The size of the thread-local data, rounded up to their alignment.
     *
     * @return bytes
     */
    long tlsSize();

    /**
     * An address relative to the thread pointer, where that stands before the data ("ELF Handling For Thread-Local
     * Storage", section 3, variant I).
     *
     * @param address an address in the segment PT_TLS
     * @param block the size of the control block between the two, which is rounded up to the data's alignment
     * @return bytes
     */
    long threadOffset(long address, long block);

    /** No address: no linker puts anything there. */
    long UNKNOWN = Long.MIN_VALUE + 0x5a5a5a5aL;
}
