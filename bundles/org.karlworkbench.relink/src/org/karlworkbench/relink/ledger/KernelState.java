package org.karlworkbench.relink.ledger;

/** What has become of the kernel that an entry tells of. */
public enum KernelState {
    /** It is there, byte by byte. */
    SAME("same"),
    /** A file is there with other bytes. */
    CHANGED("changed"),
    /** A later relink of the same ledger went to the same file. */
    REPLACED("replaced"),
    /** It is not where the entry says. */
    MISSING("missing"),
    /** None was written, or it was not kept. */
    NONE("none");

    private final String word;

    KernelState(String word) {
        this.word = word;
    }

    /** The word for it. */
    public String word() {
        return word;
    }

    /** Whether this is as it should be. */
    public boolean isSound() {
        return this != CHANGED && this != MISSING;
    }
}
