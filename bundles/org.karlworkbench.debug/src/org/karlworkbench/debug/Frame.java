package org.karlworkbench.debug;

import java.util.Locale;
import org.karlworkbench.debug.trace.Mention;

/**
 * A line of a trace with what it means.
 *
 * @param mention the place as the trace names it
 * @param address in the relink from which the trace comes; 0 where that is not known
 * @param spot the object, section and symbol; null where none is known
 * @param certainty how much of that is certain
 * @param source file and line, or null
 * @param returns whether the place is where a call returns to, so that the line is the call's
 */
public record Frame(Mention mention, long address, Spot spot, Certainty certainty, SourceLine source, boolean returns) {
    /** How much is certain. */
    public enum Certainty {
        /** The place is this and no other. */
        EXACT,
        /** Several places are possible, or the relink is not certain. */
        AMBIGUOUS,
        /** Nothing is known of it. */
        NONE;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of a source file; line 0 where only the file is known. */
    public record SourceLine(String file, int line) {}

    /** Whether it lies in code that is gone once the kernel runs. */
    public boolean isStartup() {
        return spot != null && spot.area() == Area.STARTUP;
    }

    Frame at(SourceLine line) {
        return new Frame(mention, address, spot, certainty, line, returns);
    }
}
