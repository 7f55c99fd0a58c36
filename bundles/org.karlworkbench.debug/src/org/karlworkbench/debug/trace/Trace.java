package org.karlworkbench.debug.trace;

import java.util.List;

/**
 * What a trace names.
 *
 * @param mentions in the order of the trace
 * @param panic what follows {@code panic: }, or null
 * @param leftOut how many mentions are beyond {@link TraceReader#MOST_MENTIONS}
 * @param cut whether the trace goes on behind {@link TraceReader#MOST_BYTES}
 */
public record Trace(List<Mention> mentions, String panic, int leftOut, boolean cut) {
    /** Copies the list. */
    public Trace {
        mentions = List.copyOf(mentions);
    }
}
