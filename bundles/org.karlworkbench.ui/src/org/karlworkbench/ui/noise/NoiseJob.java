package org.karlworkbench.ui.noise;

import java.nio.file.Path;
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
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.ResultFiles;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.KarlJob;
import org.karlworkbench.ui.relink.Outcome;
import org.karlworkbench.ui.relink.Recipes;

/** Measures many relinks of a kit by a command. What came of it is saved beside the kit and opened. */
final class NoiseJob extends KarlJob {
    private final IFile kitFile;
    private final Recipe recipe;
    private final int count;
    private final int warmUps;
    private final KernelCommand command;

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

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        LoadedKit kit = Kits.get().read(kitFile, progress);
        Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
        NoiseResult result =
                LayoutNoise.run(new NoiseRequest(kit, used, Seed.random(), count, warmUps, command), progress);
        Path file = ResultFiles.next(kitFile, used, NoiseFile.ENDING);
        NoiseFile.of(KitFile.name(kitFile), command.command(), result).write(file);
        console.head(file.getFileName() + ": median " + NoiseWords.value(result.median(), result.timed()));
        Outcome.noise(kitFile, file);
    }

    @Override
    protected String whatIsLeft() {
        return "nothing was kept";
    }
}
