package org.karlworkbench.ui;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.karlworkbench.elf.Progress;

/**
 * Shows the engine's progress in a monitor of the platform: each phase is a sub task, cancel is asked at each step.
 * How many phases will come is not known, so each gets a share of what is left of the bar; it never stands or goes
 * back.
 */
public final class MonitorProgress implements Progress {
    private static final int TOTAL = 1_000;
    private static final double SHARE = 0.35;

    private final IProgressMonitor monitor;
    private final Consumer<String> words;
    private int left = TOTAL;
    private int phaseLeft;
    private double unit;
    private double pending;

    /**
     * Begins the monitor's task.
     *
     * @param monitor the platform's monitor
     * @param task what is done, for the Progress view
     * @param words takes what a tool says, line by line, on the engine's thread
     */
    public MonitorProgress(IProgressMonitor monitor, String task, Consumer<String> words) {
        this.monitor = monitor;
        this.words = words;
        monitor.beginTask(task, TOTAL);
    }

    /**
     * The same for work that starts no tool.
     *
     * @param monitor the platform's monitor
     * @param task what is done
     */
    public MonitorProgress(IProgressMonitor monitor, String task) {
        this(monitor, task, _ -> {});
    }

    @Override
    public synchronized void begin(String phase, int steps) {
        monitor.subTask(phase);
        advance(phaseLeft);
        phaseLeft = (int) (left * SHARE);
        unit = steps > 0 ? (double) phaseLeft / steps : 0;
        pending = 0;
    }

    @Override
    public synchronized void worked(int steps) {
        pending += steps * unit;
        int whole = Math.min((int) pending, phaseLeft);
        pending -= whole;
        phaseLeft -= whole;
        advance(whole);
    }

    private void advance(int units) {
        if (units > 0) {
            left -= units;
            monitor.worked(units);
        }
    }

    @Override
    public void say(String line) {
        words.accept(line);
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
