package org.karlworkbench.debug;

import org.karlworkbench.elf.EngineException;

/** One relink that a trace may come from: what lies where in it. */
interface Relinked {
    /** Its ledger entry's file, or the kernel's. */
    String title();

    /** Whether an address is between the kernel's first byte and its last. */
    boolean holds(long address);

    /** What lies at an address; null outside of the kernel. */
    Spot at(long address);

    /** The addresses that a symbol and an offset can mean; none for an unknown symbol. */
    long[] addresses(String symbol, long offset);

    /** Whether {@link #followsCall} can be told at all. */
    boolean knowsCalls();

    /** Whether an address follows upon a call. */
    boolean followsCall(long address) throws EngineException;

    /** Whether strings can be told at an address. */
    boolean knowsStrings(long address);

    /** The string from right there to its zero, or null. */
    String string(long address) throws EngineException;

    /** Whether a string begins right there, and none goes on. */
    default boolean beginsString(long address) throws EngineException {
        return string(address) != null && string(address - 1) == null;
    }

    /** Makes more strings known, where that takes reading a whole kernel. */
    default void openKernel() {}

    /** What a return address belongs to: the call, since a function can end with a call that never returns. */
    default Spot atCall(long address) throws EngineException {
        Spot call = knowsCalls() && followsCall(address) ? at(address - 1) : null;
        if (call == null) {
            return at(address);
        }
        return new Spot(
                call.area(), call.object(), call.section(), call.sectionOffset() + 1, call.symbol(), call.offset() + 1);
    }
}
