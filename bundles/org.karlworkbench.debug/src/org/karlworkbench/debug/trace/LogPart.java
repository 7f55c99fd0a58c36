package org.karlworkbench.debug.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A part of a log that is of one kernel: what it said while all was well, and its crash. */
final class LogPart {
    private final Deque<Mention> before = new ArrayDeque<>();
    private final List<Mention> behind = new ArrayList<>();
    private int crash;
    private int number;
    private String panic;
    private boolean hasStack;

    /** Whether a crash has begun. */
    boolean isCrash() {
        return crash > 0;
    }

    /** Whether the processor's place or a frame of a stack was named since the crash began; without a crash, at all. */
    boolean hasStack() {
        return hasStack;
    }

    /** The message of its panic, or null. */
    String panic() {
        return panic;
    }

    /** The line where its crash begins; 0 without one. */
    int crash() {
        return crash;
    }

    /** Which crash of the log it has, from 1; 0 without one. */
    int number() {
        return number;
    }

    void crash(int line, int ofLog) {
        crash = line;
        number = ofLog;
        hasStack = false;
    }

    void panic(String message) {
        panic = message;
    }

    /** Takes places, of which the last ones before a crash and the first ones behind its beginning stay. */
    void add(List<Mention> mentions) {
        for (Mention each : mentions) {
            hasStack |= each.role() == Role.FRAME || each.role() == Role.COUNTER;
            if (!isCrash()) {
                before.addLast(each);
                if (before.size() > TraceReader.MOST_MENTIONS) {
                    before.removeFirst();
                }
            } else if (behind.size() < TraceReader.MOST_MENTIONS) {
                behind.add(each);
            }
        }
    }

    /** What stays: all that is kept behind the crash's beginning, and as much before it as there is room for. */
    List<Mention> mentions() {
        List<Mention> all = new ArrayList<>(before);
        all.addAll(behind);
        return all.subList(Math.max(0, all.size() - TraceReader.MOST_MENTIONS), all.size());
    }

    /** A crash tells more than a stack, and that more than mere numbers. */
    int worth() {
        if (isCrash()) {
            return 3;
        }
        return hasStack ? 2 : before.isEmpty() ? 0 : 1;
    }
}
