package org.karlworkbench.ui.relink;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.progress.IProgressConstants;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.Translated;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.Relink;
import org.karlworkbench.relink.RelinkRequest;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.kits.RelinkFolder;

/**
 * Relinks a kit by a recipe. The linker's words go to the console, the kernel opens in its editor when it is done; a
 * failure is one clear line in console, status line and Error Log, and no dialog.
 */
public final class RelinkJob extends Job {
    private final IFile kitFile;
    private final Recipe recipe;

    private RelinkJob(IFile kitFile, Recipe recipe) {
        super("Relinking " + KitFile.name(kitFile));
        this.kitFile = kitFile;
        this.recipe = recipe;
        setRule(new OneAtATime(kitFile));
        setPriority(Job.LONG);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor("relink"));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    /** Two relinks of one kit would choose the same name for their kernels. */
    private record OneAtATime(IFile kitFile) implements ISchedulingRule {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule instanceof OneAtATime other && other.kitFile.equals(kitFile);
        }
    }

    /**
     * Starts a relink.
     *
     * @param kitFile the kit's file
     * @param recipe the recipe; null takes the first that the kit's file holds
     */
    public static void start(IFile kitFile, Recipe recipe) {
        new RelinkJob(kitFile, recipe == null ? null : EcoreUtil.copy(recipe)).schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        KarlConsole console = KarlConsole.get();
        console.head("Relinking " + KitFile.name(kitFile));
        try {
            RelinkResult result = relink(new MonitorProgress(monitor, getName(), console::say));
            report(console, result);
            Outcome.kernel(kitFile, result.kernel());
            return Status.OK_STATUS;
        } catch (EngineException | RuntimeException e) {
            return failed(console, e);
        }
    }

    private RelinkResult relink(MonitorProgress progress) throws EngineException {
        LoadedKit kit = Kits.get().read(kitFile, progress);
        Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
        Path kernel = RelinkFolder.next(kitFile);
        return Relink.run(
                new RelinkRequest(kit, used, seed(used), kernel, null, Linkers.of(kit, used), Limits.of(kit)),
                progress);
    }

    private static Seed seed(Recipe recipe) {
        String given = recipe.getSeed();
        return given == null || given.isEmpty() ? Seed.random() : Seed.parse(given);
    }

    private static void report(KarlConsole console, RelinkResult result) {
        var entry = result.entry();
        for (Translated flag : result.translated()) {
            console.say("translated flag: " + flag.from() + " to " + flag.to());
        }
        for (String flag : entry.getDropped()) {
            console.say("dropped flag: " + flag);
        }
        console.head(result.kernel().getFileName() + ": linked by "
                + Formats.linker(entry.getLinker(), entry.getLinkerVersion()) + " in "
                + Formats.millis(entry.getMillis()) + ", SHA-256 " + entry.getSha256());
    }

    private IStatus failed(KarlConsole console, Throwable problem) {
        if (Problems.cancelled(problem)) {
            console.head("Relinking " + KitFile.name(kitFile) + " was cancelled; nothing was changed");
            return Status.CANCEL_STATUS;
        }
        String line = Problems.line(problem);
        console.error("Relinking " + KitFile.name(kitFile) + " failed: " + line);
        Outcome.failure(Problems.brief(problem) + " (relinking " + KitFile.name(kitFile) + " failed)");
        IStatus status = Problems.status(problem);
        // The Job's own status only colours the progress area; the Error Log gets it from here.
        Problems.log(problem);
        return new Status(IStatus.ERROR, status.getPlugin(), IStatus.OK, getName() + " failed: " + line, null);
    }
}
