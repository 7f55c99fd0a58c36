package org.karlworkbench.cli;

import java.io.PrintStream;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;

/** Progress on standard error: a bar on one line when that is a terminal, nothing otherwise. */
final class Terminal implements Progress {
    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean bar;
    private String phase = "";
    private int steps;
    private int done;
    private int shown = -1;

    Terminal(PrintStream err, boolean bar) {
        this.err = err;
        this.bar = bar;
    }

    /** The start script knows whether standard error is a terminal; Java cannot ask. */
    static Terminal ofProcess(PrintStream err) {
        return new Terminal(err, Boolean.getBoolean("karl.terminal"));
    }

    @Override
    public synchronized void begin(String phase, int steps) {
        this.phase = phase;
        this.steps = steps;
        done = 0;
        shown = -1;
        show();
    }

    @Override
    public synchronized void worked(int steps) {
        done += steps;
        show();
    }

    @Override
    public synchronized void say(String line) {
        clear();
        err.println(Printable.of(line));
        err.flush(); // somebody may be watching
        shown = -1;
    }

    @Override
    public boolean cancelled() {
        return Interrupt.requested();
    }

    /** Takes the bar away before something else is written. */
    synchronized void clear() {
        if (bar && shown >= 0) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private void show() {
        int filled = steps <= 0 ? 0 : (int) (WIDTH * Math.min(1.0, done / (double) steps));
        if (bar && filled != shown) {
            err.print(CLEAR_LINE + phase + " [" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "]");
            err.flush();
            shown = filled;
        }
    }
}
