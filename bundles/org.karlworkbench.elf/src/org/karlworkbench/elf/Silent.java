package org.karlworkbench.elf;

import java.util.function.BooleanSupplier;

/**
 * The progress to which nobody listens.
 *
 * @param wanted whether somebody wants the work to stop
 */
record Silent(BooleanSupplier wanted) implements Progress {
    @Override
    public void begin(String phase, int steps) {}

    @Override
    public void worked(int steps) {}

    @Override
    public void say(String line) {}

    @Override
    public boolean cancelled() {
        return wanted.getAsBoolean();
    }
}
