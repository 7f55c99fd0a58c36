package org.karlworkbench.debug.trace;

/** What a number or a name in a trace stands for, as far as its line tells. */
public enum Role {
    /** A frame of the stack: where a call returns to. */
    FRAME,
    /** Where the processor was: rip, pc and their like. */
    COUNTER,
    /** An argument in the brackets behind a function's name. */
    ARGUMENT,
    /** Any other word: a register, a line of a dump. */
    POINTER
}
