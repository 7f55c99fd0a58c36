package org.karlworkbench.machine.emulator;

import java.util.function.BooleanSupplier;
import org.karlworkbench.elf.Progress;

/** Another's progress, which a run can be cancelled beside. */
record Cancelling(Progress other, BooleanSupplier wanted) implements Progress {
    @Override
    public void begin(String phase, int steps) {
        other.begin(phase, steps);
    }

    @Override
    public void worked(int steps) {
        other.worked(steps);
    }

    @Override
    public void say(String line) {
        other.say(line);
    }

    @Override
    public boolean cancelled() {
        return wanted.getAsBoolean() || other.cancelled();
    }
}
