package org.karlworkbench.ui.relink;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.RelinkMany;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.PassedProgress;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.linkers.Linkers;

/** Relinks a kit many times, into the kit's folder of relinks. */
final class RelinkManyJob extends LinkJob {
    private final IFile kitFile;
    private final Recipe recipe;
    private final int count;
    private final boolean kernels;
    private final AtomicInteger made = new AtomicInteger();

    private RelinkManyJob(IFile kitFile, Recipe recipe, int count, boolean kernels) {
        super("Relinking " + KitFile.name(kitFile) + " " + Formats.plural(count, "time", "times"), kitFile);
        this.kitFile = kitFile;
        this.recipe = recipe;
        this.count = count;
        this.kernels = kernels;
    }

    /**
     * Starts the relinks.
     *
     * @param kitFile the kit's file
     * @param recipe the recipe; null takes the first that the kit's file holds
     * @param count how many
     * @param kernels whether the kernels are kept
     */
    static void start(IFile kitFile, Recipe recipe, int count, boolean kernels) {
        new RelinkManyJob(kitFile, recipe == null ? null : EcoreUtil.copy(recipe), count, kernels).schedule();
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        long begun = System.nanoTime();
        LoadedKit kit = Kits.get().read(kitFile, progress);
        Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
        Path next = RelinkFolder.next(kitFile);
        RelinkRequest request = new RelinkRequest(
                kit,
                used,
                RelinkJob.seed(used),
                kernels ? next : null,
                kernels ? null : next.resolveSibling(next.getFileName() + "-entries"),
                Linkers.of(kit.architecture(), used.getLinker()),
                Limits.of(kit));
        try {
            List<Path> entries = RelinkMany.run(request, count, new Counting(progress));
            String took = Formats.millis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            String where =
                    kernels ? "" : " in " + entries.getFirst().getParent().getFileName();
            console.head(Formats.plural(count, "relink", "relinks") + " in " + took + ": "
                    + entries.getFirst().getFileName() + " to "
                    + entries.getLast().getFileName() + where);
            Outcome.message(kitFile, Formats.plural(count, "relink", "relinks") + " in " + took);
        } catch (EngineException | CancellationException e) {
            RelinkFolder.refresh(kitFile); // those that were made are whole, and stay
            throw e;
        }
    }

    @Override
    protected String whatIsLeft() {
        return Formats.plural(made.get(), "relink was made and stays", "relinks were made and stay");
    }

    /** Counts the relinks that are made. */
    private final class Counting extends PassedProgress {
        Counting(Progress progress) {
            super(progress);
        }

        @Override
        public void worked(int steps) {
            made.addAndGet(steps);
            super.worked(steps);
        }
    }
}
