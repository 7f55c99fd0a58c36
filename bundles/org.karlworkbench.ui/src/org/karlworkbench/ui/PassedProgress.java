package org.karlworkbench.ui;

import org.karlworkbench.elf.Progress;

/** Passes on what it is told; who wants to know some of it too overrides that. */
public abstract class PassedProgress implements Progress {
    private final Progress progress;

    /**
     * Passes on to another one.
     *
     * @param progress the other one
     */
    protected PassedProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void begin(String phase, int steps) {
        progress.begin(phase, steps);
    }

    @Override
    public void worked(int steps) {
        progress.worked(steps);
    }

    @Override
    public void say(String line) {
        progress.say(line);
    }

    @Override
    public boolean cancelled() {
        return progress.cancelled();
    }
}
