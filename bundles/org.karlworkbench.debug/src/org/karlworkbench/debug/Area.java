package org.karlworkbench.debug;

/** What kind of bytes lies at an address of a kernel. */
public enum Area {
    /** Code of an object. */
    CODE,
    /** Data of an object, read-only or not, or memory of zeros. */
    DATA,
    /** The head's part of [kernel_text, endboot), which is gone once the kernel runs. */
    STARTUP,
    /** Random padding. */
    GAP,
    /** Alignment between objects. */
    FILL,
    /** What a linker made: tables, stubs. */
    LINKER
}
