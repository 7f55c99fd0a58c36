package org.karlworkbench.ui.lab;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.karlworkbench.compare.lab.LabFile;
import org.karlworkbench.compare.lab.LabRequest;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.compare.lab.Laboratory;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Preview;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.ResultFiles;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.KarlJob;
import org.karlworkbench.ui.relink.Outcome;

/** A laboratory run. Its result is saved beside the kit and opened; a cancel ends it with the result of the draws so far. */
final class LabJob extends KarlJob {
    private static final int MANY = 20_000;

    private final IFile kitFile;
    private final Recipe recipe;
    private final int count;
    private final Seed seed;
    private volatile Path file;
    private volatile boolean over;

    private LabJob(IFile kitFile, Recipe recipe, int count, Seed seed) {
        super(
                "Measuring Randomness of " + KitFile.name(kitFile) + " in " + Formats.plural(count, "draw", "draws"),
                "lab");
        this.kitFile = kitFile;
        this.recipe = recipe;
        this.count = count;
        this.seed = seed;
    }

    /**
     * Starts a run.
     *
     * @param kitFile the kit's file
     * @param recipe the settings
     * @param count how many draws
     * @param seed from which they are drawn
     */
    static void start(IFile kitFile, Recipe recipe, int count, Seed seed) {
        new LabJob(kitFile, EcoreUtil.copy(recipe), count, seed).schedule();
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        file = ResultFiles.next(kitFile, recipe, LabFiles.ENDING);
        LabResult result = measure(progress);
        over = true;
        show(result);
        console.head(file.getFileName() + ": " + Formats.plural(result.layouts(), "draw", "draws") + " in "
                + Formats.millis(result.millis()));
    }

    private void show(LabResult result) throws EngineException {
        LabFile.write(result, file);
        Outcome.lab(kitFile, file);
    }

    /** Whether more draws are being made for a result. */
    static boolean isMaking(Path result) {
        return Arrays.stream(Job.getJobManager().find(result)).anyMatch(job -> job instanceof LabJob lab && !lab.over);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family.equals(file) || family.equals(kitFile);
    }

    @Override
    protected String whatIsLeft() {
        return "there is no result yet";
    }

    private LabResult measure(Progress progress) throws EngineException {
        LoadedKit kit = Kits.get().read(kitFile, progress);
        recipe.setLinker("builtin"); // whose placement it is that is measured
        LabRequest request = new LabRequest(Preview.linker(kit, recipe, progress), kit, recipe, seed, count, 1);
        if (count > MANY) {
            progress.say(Formats.count(count) + " draws take about "
                    + Formats.millis(Laboratory.estimateMillis(request, progress))
                    + " here; cancelling ends them with a result of those made");
        }
        return Laboratory.runInStages(request, progress, this::show);
    }
}
