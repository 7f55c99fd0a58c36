package org.karlworkbench.code;

/** The disassemblers that are known. One that is named later is asked for what those before it do not know. */
public enum Tool {
    /** The capstone library. */
    CAPSTONE,
    /** The disassembler in LLVM's library. */
    LLVM,
    /** The program of GNU binutils. */
    OBJDUMP
}
