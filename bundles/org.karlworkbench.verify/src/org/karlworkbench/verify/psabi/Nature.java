package org.karlworkbench.verify.psabi;

/** What the symbol of a relocation is. */
public enum Nature {
    /** Code or data with an address. */
    DEFINED,
    /** Code of which its type tells that it is a function; on Arm its address tells then which instructions it has. */
    FUNCTION,
    /** A function whose address a resolver gives at run time; S is the resolver's address. */
    INDIRECT,
    /** Nothing defines it; S is 0. */
    UNDEFINED
}
