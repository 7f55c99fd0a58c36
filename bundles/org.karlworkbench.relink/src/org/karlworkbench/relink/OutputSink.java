package org.karlworkbench.relink;

/** Takes what a child process writes to its standard output, in pieces, from one thread that is not the caller's. */
public interface OutputSink {
    /**
     * The next piece.
     *
     * @param buffer valid during the call only
     * @param length how many bytes of it
     */
    void bytes(byte[] buffer, int length);

    /** Takes nothing. */
    OutputSink NOTHING = (_, _) -> {};
}
