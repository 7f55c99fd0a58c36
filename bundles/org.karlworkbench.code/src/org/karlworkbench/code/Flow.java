package org.karlworkbench.code;

/** Where the machine goes after an instruction, as far as the search for gadgets asks. */
public enum Flow {
    /** There is no instruction. */
    NONE,
    /** To the next instruction, or to another one and perhaps to the next: conditional jumps are among these. */
    ON,
    /** Elsewhere for certain: jumps and calls that say themselves where, traps, calls of the system, ways back from them. */
    AWAY,
    /** Where the stack, a register or memory says: returns, and jumps and calls through a register or memory. */
    FREE
}
