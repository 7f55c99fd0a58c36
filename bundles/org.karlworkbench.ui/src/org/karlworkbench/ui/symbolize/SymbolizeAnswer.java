package org.karlworkbench.ui.symbolize;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.Origin;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.Symbolizer;
import org.karlworkbench.debug.trace.Trace;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/**
 * What a trace means, and whether another one is of the same crash.
 *
 * @param place where its relink was searched
 * @param symbolized the trace
 * @param other the other trace; null where there is none
 * @param unread what could not be searched, a line each
 * @param cut whether a trace is longer than what is read of one
 */
record SymbolizeAnswer(SearchPlace place, Symbolized symbolized, Symbolized other, List<String> unread, boolean cut) {
    /** Copies the list. */
    SymbolizeAnswer {
        unread = List.copyOf(unread);
    }

    /** Finds out what a crash of the first trace means, counted from 1. Not for the UI thread. */
    static SymbolizeAnswer of(SearchPlace place, TraceSource first, int crash, TraceSource second, Progress progress)
            throws EngineException {
        Trace trace = first.read(crash);
        Trace more = second.isEmpty() ? null : second.read(TraceReader.LAST);
        List<String> unread = new ArrayList<>();
        try (Origin origin = place.open(unread::add, progress)) {
            Symbolized symbolized = Symbolizer.run(trace, origin, progress);
            Symbolized other = more == null ? null : Symbolizer.run(more, origin, progress);
            boolean cut = trace.cut() || more != null && more.cut();
            return new SymbolizeAnswer(place, symbolized, other, unread, cut);
        }
    }

    /** How many places lie in code that is gone once the kernel runs. */
    long startup() {
        return Stream.concat(symbolized.frames().stream(), symbolized.arguments().stream())
                .filter(Frame::isStartup)
                .count();
    }
}
