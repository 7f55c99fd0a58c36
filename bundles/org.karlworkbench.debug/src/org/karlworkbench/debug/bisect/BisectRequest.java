package org.karlworkbench.debug.bisect;

import java.nio.file.Path;
import java.util.Objects;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;

/**
 * What is asked.
 *
 * @param kit the kit of both relinks
 * @param good the entry of a relink that works
 * @param bad the entry of one that fails
 * @param test what tells whether a kernel works
 * @param sample how many random draws are tested first, 0 or more
 * @param repeat how often a draw is tested at most, 1 or more; fewer runs where they already tell
 * @param seed from which all draws of the search follow; one that is gone on with keeps that with which it began
 * @param state the folder in which the search can be gone on with, or null
 */
public record BisectRequest(
        LoadedKit kit, Path good, Path bad, KernelTest test, int sample, int repeat, Seed seed, Path state) {
    /** Checks the numbers. */
    public BisectRequest {
        Objects.requireNonNull(kit, "kit");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(seed, "seed");
        if (sample < 0 || repeat < 1) {
            throw new IllegalArgumentException("sample is below 0 or repeat below 1");
        }
    }
}
