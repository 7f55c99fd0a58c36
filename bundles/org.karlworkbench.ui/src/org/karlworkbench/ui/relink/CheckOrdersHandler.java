package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;

/** Checks all orders of a kit, with the gaps of the recipe that a relink would take. */
public final class CheckOrdersHandler extends KitHandler {
    @Override
    protected void start(IFile kit, Recipe recipe, KitEditor editor) {
        CheckOrdersJob.start(kit, recipe);
    }
}
