package org.karlworkbench.relink;

import java.util.List;

/**
 * How a child process ended.
 *
 * @param status its exit status, or 128 and the number of the signal that killed it
 * @param timedOut whether it was ended because its time was over
 * @param words the beginning and the end of what it wrote to its standard error, without empty lines
 */
public record ChildResult(int status, boolean timedOut, List<String> words) {
    private static final int SIGNAL_BASE = 128;
    private static final int SIGNALS = 64;

    boolean ok() {
        return status == 0 && !timedOut;
    }

    /** The number of the signal that killed it, or 0. */
    public int signal() {
        int signal = status - SIGNAL_BASE;
        return signal > 0 && signal <= SIGNALS ? signal : 0;
    }

    /** The signal as people know it, such as {@code signal 9 (SIGKILL)}. */
    String signalName() {
        String name =
                switch (signal()) {
                    case 4 -> " (SIGILL)";
                    case 6 -> " (SIGABRT)";
                    case 7 -> " (SIGBUS)";
                    case 9 -> " (SIGKILL)";
                    case 11 -> " (SIGSEGV)";
                    case 15 -> " (SIGTERM)";
                    case 24 -> " (SIGXCPU, the limit of processor time)";
                    case 25 -> " (SIGXFSZ, the limit of a file's size)";
                    default -> "";
                };
        return "signal " + signal() + name;
    }
}
