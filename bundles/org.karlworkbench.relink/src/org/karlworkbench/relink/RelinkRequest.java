package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.Objects;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;

/**
 * What to relink, and where to.
 *
 * @param kit the kit, as it was read
 * @param recipe the settings; its own seed and name do not matter here
 * @param seed from which the draw is made; may be null when it is repeated and nobody knows its seed
 * @param repeat what is not decided anew but taken from an earlier relink; null for nothing
 * @param kernel the file to write; null to make an entry only, in {@code ledgerFolder}
 * @param ledgerFolder the folder for the entry and its places; null for beside the kernel
 * @param linker the linker; null for the recipe's, or the default
 * @param limits what the linker may use; null for {@link Limits#of}
 */
public record RelinkRequest(
        LoadedKit kit,
        Recipe recipe,
        Seed seed,
        Repeat repeat,
        Path kernel,
        Path ledgerFolder,
        LinkerTool linker,
        Limits limits) {
    /** Checks that nothing needed is missing. */
    public RelinkRequest {
        Objects.requireNonNull(kit, "kit");
        Objects.requireNonNull(recipe, "recipe");
        if (repeat == null) {
            Objects.requireNonNull(seed, "seed");
        }
        if (kernel == null && ledgerFolder == null) {
            throw new IllegalArgumentException("neither a kernel nor a ledger folder");
        }
    }

    /**
     * A relink with the default linker and limits, and the entry beside the kernel.
     *
     * @param kit the kit, as it was read
     * @param recipe the settings
     * @param seed from which the draw is made
     * @param kernel the file to write
     */
    public RelinkRequest(LoadedKit kit, Recipe recipe, Seed seed, Path kernel) {
        this(kit, recipe, seed, kernel, null, null, null);
    }

    /**
     * The same relink with a draw that is not its own.
     *
     * @param other what is repeated
     * @return a new request
     */
    public RelinkRequest repeating(Repeat other) {
        return new RelinkRequest(kit, recipe, seed, other, kernel, ledgerFolder, linker, limits);
    }

    /**
     * A relink with a draw of its own.
     *
     * @param kit the kit, as it was read
     * @param recipe the settings
     * @param seed from which the draw is made
     * @param kernel the file to write, or null
     * @param ledgerFolder the folder for the entry, or null
     * @param linker the linker, or null
     * @param limits what the linker may use, or null
     */
    public RelinkRequest(
            LoadedKit kit, Recipe recipe, Seed seed, Path kernel, Path ledgerFolder, LinkerTool linker, Limits limits) {
        this(kit, recipe, seed, null, kernel, ledgerFolder, linker, limits);
    }
}
