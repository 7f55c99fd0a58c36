package org.karlworkbench.relink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** A tool's own words, cut into lines on one thread and told on another; what floods is cut short. */
final class OutputLines implements OutputSink {
    private static final int MOST_LINES = 2000;
    private static final int LONGEST = 4096;

    private final OutputTail tail = new OutputTail();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Queue<String> waiting = new ArrayDeque<>();
    private int taken;

    @Override
    public void bytes(byte[] buffer, int length) {
        tail.bytes(buffer, length);
        for (int i = 0; i < length && taken <= MOST_LINES; i++) {
            if (buffer[i] == '\n') {
                end();
            } else if (line.size() < LONGEST) {
                line.write(buffer[i]);
            }
        }
    }

    /** Hands the lines that came since the last call to the listener. */
    void tell(Consumer<String> listener) {
        String next = next();
        while (next != null) {
            listener.accept(next);
            next = next();
        }
    }

    /** Ends a last line without a line break. */
    void end() {
        if (line.size() > 0) {
            String text = taken < MOST_LINES ? line.toString(StandardCharsets.UTF_8) : "(more lines are left out)";
            synchronized (waiting) {
                waiting.add(text);
            }
            taken++;
            line.reset();
        }
    }

    /** The beginning and the end of all that was written. */
    OutputTail tail() {
        return tail;
    }

    private String next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }
}
