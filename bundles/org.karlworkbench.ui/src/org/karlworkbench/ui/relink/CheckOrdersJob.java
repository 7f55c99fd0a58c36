package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.progress.IProgressConstants;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;

/**
 * Checks all orders of a kit. What is found stands on the first page of the kit's editor, which opens, and in the Problems
 * view; a failure is one clear line in console, status line and Error Log.
 */
public final class CheckOrdersJob extends Job {
    private final IFile kitFile;
    private final Recipe recipe;

    private CheckOrdersJob(IFile kitFile, Recipe recipe) {
        super("Checking All Orders of " + KitFile.name(kitFile));
        this.kitFile = kitFile;
        this.recipe = recipe;
        setPriority(Job.LONG);
        setProperty(IProgressConstants.ICON_PROPERTY, Images.descriptor("orders"));
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    /**
     * Starts a check.
     *
     * @param kitFile the kit's file
     * @param recipe whose gaps count; null for the first that the kit's file holds
     */
    public static void start(IFile kitFile, Recipe recipe) {
        new CheckOrdersJob(kitFile, recipe == null ? null : EcoreUtil.copy(recipe)).schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        KarlConsole console = KarlConsole.get();
        console.head(getName());
        try {
            Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
            int found = Kits.get().checkOrders(kitFile, used, new MonitorProgress(monitor, getName(), console::say));
            console.head(getName() + ": " + Formats.plural(found, "finding", "findings"));
            Outcome.kit(kitFile);
            return Status.OK_STATUS;
        } catch (EngineException | RuntimeException e) {
            return failed(console, e);
        }
    }

    private IStatus failed(KarlConsole console, Throwable problem) {
        if (Problems.cancelled(problem)) {
            console.head(getName() + " was cancelled");
            return Status.CANCEL_STATUS;
        }
        return Outcome.failed(getName(), problem);
    }
}
