package org.karlworkbench.compare.lab;

import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;

/**
 * A laboratory run.
 *
 * @param linker the built-in linker of the kit and recipe
 * @param kit the kit
 * @param recipe the settings
 * @param seed from which draw i has the seed {@link Seed#of}(i)
 * @param count how many draws, from 1 to {@link #MOST}
 * @param grain bytes of a cell of addresses for Shannon's figures, a power of two; 1 for addresses
 */
public record LabRequest(BuiltInLinker linker, LoadedKit kit, Recipe recipe, Seed seed, int count, long grain) {
    /** More draws tell nothing more. */
    public static final int MOST = 1_000_000;

    /** The same with another number of draws. */
    LabRequest ofCount(int draws) {
        return new LabRequest(linker, kit, recipe, seed, draws, grain);
    }
}
