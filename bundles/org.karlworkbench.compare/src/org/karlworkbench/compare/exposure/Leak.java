package org.karlworkbench.compare.exposure;

import java.util.Locale;

/** What leaks of a symbol. */
public enum Leak {
    /** Its address, and the attacker knows whose it is. */
    POINTER,
    /** An address of which the attacker does not know whose it is. */
    UNKNOWN,
    /** The number of its page, as by a TLB or cache channel. */
    PAGE,
    /** The bytes of its page. */
    PAGECONTENT,
    /** Whatever the attacker wants to read. */
    READ;

    /** The word of the command. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
