package org.karlworkbench.debug.noise;

import java.util.Objects;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;

/**
 * What is measured.
 *
 * @param kit the kit
 * @param recipe the settings of the relinks; their linker is the built-in one where that links the kit
 * @param seed relink i is relink i of {@code karl relink --count} with this seed
 * @param count how many relinks, 1 or more
 * @param warmUps how often the command runs on each relink before it counts, 0 or more
 * @param command measures one kernel: the last number that it writes, or the time it takes if it writes none
 */
public record NoiseRequest(LoadedKit kit, Recipe recipe, Seed seed, int count, int warmUps, KernelCommand command) {
    /** Checks the numbers. */
    public NoiseRequest {
        Objects.requireNonNull(kit, "kit");
        if (count < 1 || warmUps < 0) {
            throw new IllegalArgumentException("count is below 1 or warmUps below 0");
        }
    }

    /** A measurement without warm-ups. */
    public NoiseRequest(LoadedKit kit, Recipe recipe, Seed seed, int count, KernelCommand command) {
        this(kit, recipe, seed, count, 0, command);
    }
}
