package org.karlworkbench.debug.trial;

import org.karlworkbench.elf.Progress;

/**
 * The progress of one relink among many: nobody wants to hear of its phases, but it can be cancelled.
 *
 * @param whole the progress of all
 */
record QuietProgress(Progress whole) implements Progress {
    @Override
    public void begin(String phase, int steps) {}

    @Override
    public void worked(int steps) {}

    @Override
    public void say(String line) {}

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
