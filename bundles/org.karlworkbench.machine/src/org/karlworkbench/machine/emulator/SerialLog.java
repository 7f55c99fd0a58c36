package org.karlworkbench.machine.emulator;

/** What came over the serial port: written by one thread, taken by another, and bounded, since a guest can talk forever. */
final class SerialLog {
    /** Characters that are kept of the beginning and of the end, each. */
    static final int HALF = 1 << 20;

    private final StringBuilder first = new StringBuilder();
    private final StringBuilder last = new StringBuilder();
    private final StringBuilder fresh = new StringBuilder();
    private boolean cut;

    /** Adds text; what nobody takes in time is lost to the taker, like what falls out of the middle. */
    synchronized void add(String text) {
        fresh.append(text);
        trim(fresh);
        int room = Math.min(text.length(), HALF - first.length());
        first.append(text, 0, room);
        last.append(text, room, text.length());
        cut |= trim(last);
    }

    /** Forgets the beginning of what is twice as long as it may be. */
    private static boolean trim(StringBuilder text) {
        if (text.length() <= 2 * HALF) {
            return false;
        }
        text.delete(0, text.length() - HALF);
        return true;
    }

    /** What came since the last call. */
    synchronized String take() {
        String text = fresh.toString();
        fresh.setLength(0);
        return text;
    }

    /** All that was kept. */
    synchronized String text() {
        return first + (cut ? "\n(cut here)\n" : "") + last;
    }
}
