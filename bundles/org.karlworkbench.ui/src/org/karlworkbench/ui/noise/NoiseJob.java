package org.karlworkbench.ui.noise;

import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.debug.noise.LayoutNoise;
import org.karlworkbench.debug.noise.NoiseRequest;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.KarlJob;
import org.karlworkbench.ui.relink.Recipes;

/** Measures many relinks of a kit by a command. */
final class NoiseJob extends KarlJob {
    private final IFile kitFile;
    private final Recipe recipe;
    private final int count;
    private final int warmUps;
    private final KernelCommand command;
    private BiConsumer<NoiseResult, String> done = (_, _) -> {};

    /**
     * A Job that has not begun.
     *
     * @param kitFile the kit
     * @param recipe the settings; null takes the first that the kit's file holds
     * @param count how many relinks
     * @param warmUps how often the command runs before it counts
     * @param command measures
     */
    NoiseJob(IFile kitFile, Recipe recipe, int count, int warmUps, KernelCommand command) {
        super("Measuring " + Formats.plural(count, "Relink", "Relinks") + " of " + KitFile.name(kitFile), "noise");
        this.kitFile = kitFile;
        this.recipe = recipe;
        this.count = count;
        this.warmUps = warmUps;
        this.command = command;
    }

    @Override
    public boolean belongsTo(Object family) {
        return kitFile.equals(family);
    }

    /**
     * Tells what came of it.
     *
     * @param taker takes the result, or null and why there is none; on the Job's thread
     */
    void onDone(BiConsumer<NoiseResult, String> taker) {
        done = taker;
    }

    String command() {
        return command.command();
    }

    String kitName() {
        return KitFile.name(kitFile);
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        try {
            LoadedKit kit = Kits.get().read(kitFile, progress);
            Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
            NoiseResult result =
                    LayoutNoise.run(new NoiseRequest(kit, used, Seed.random(), count, warmUps, command), progress);
            console.head(getName() + ": median " + NoiseWords.value(result.median(), result.timed()));
            done.accept(result, null);
        } catch (EngineException | RuntimeException e) {
            done.accept(null, Problems.cancelled(e) ? "Stopped. Nothing was kept." : Problems.line(e));
            throw e;
        }
    }
}
