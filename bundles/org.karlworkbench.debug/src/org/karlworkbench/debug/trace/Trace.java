package org.karlworkbench.debug.trace;

import java.util.List;

/**
 * What a trace names, as far as it is about one crash.
 *
 * @param mentions in the order of the trace; places before the crash, those that are nearest to it, among them
 * @param crash what the trace is about; null where none begins in it
 * @param leftOut how many mentions are beyond {@link TraceReader#MOST_MENTIONS}, or of other crashes and other boots
 * @param cut whether no more than {@link TraceReader#MOST_BYTES} of it were read
 */
public record Trace(List<Mention> mentions, Crash crash, int leftOut, boolean cut) {
    /** Copies the list. */
    public Trace {
        mentions = List.copyOf(mentions);
    }

    /** What {@code panic(9)} printed, or null. */
    public String panic() {
        return crash == null ? null : crash.panic();
    }

    /**
     * The mentions that tell from which kernel the trace comes: what stands at the crash and behind it. Numbers that a
     * kernel prints while all is well may be anything; they count where the crash itself names nothing.
     */
    public List<Mention> evidence() {
        List<Mention> behind = crash == null
                ? List.of()
                : mentions.stream().filter(each -> each.line() >= crash.line()).toList();
        return behind.isEmpty() ? mentions : behind;
    }
}
