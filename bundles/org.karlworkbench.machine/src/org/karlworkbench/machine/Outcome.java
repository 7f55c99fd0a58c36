package org.karlworkbench.machine;

import java.util.List;

/**
 * What a behaviour did.
 *
 * @param status how the machine is now
 * @param relinked whether a new unique kernel was made and put in place
 * @param steps what was done, in words
 * @param log the lines that it added to {@code relink.log}
 */
public record Outcome(MachineStatus status, boolean relinked, List<String> steps, List<String> log) {
    /** Copies the lists. */
    public Outcome {
        steps = List.copyOf(steps);
        log = List.copyOf(log);
    }
}
