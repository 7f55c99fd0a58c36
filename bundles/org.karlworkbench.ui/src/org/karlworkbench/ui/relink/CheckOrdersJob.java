package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;

/** Checks all orders of a kit. What is found stands on the first page of its editor, which opens, and in the Problems view. */
public final class CheckOrdersJob extends KarlJob {
    private final IFile kitFile;
    private final Recipe recipe;

    private CheckOrdersJob(IFile kitFile, Recipe recipe) {
        super("Checking All Orders of " + KitFile.name(kitFile), "orders");
        this.kitFile = kitFile;
        this.recipe = recipe;
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
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        Recipe used = recipe == null ? Recipes.first(kitFile) : recipe;
        int found = Kits.get().checkOrders(kitFile, used, progress);
        console.head(getName() + ": " + Formats.plural(found, "finding", "findings"));
        Outcome.kit(kitFile);
    }
}
