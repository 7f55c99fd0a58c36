package org.karlworkbench.ui.lab;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.relink.KitHandler;

/** Asks how many draws, and measures what the randomness of a kit and a recipe is worth. */
public final class MeasureHandler extends KitHandler {
    @Override
    protected void start(IFile kit, Recipe recipe, KitEditor editor) {
        MeasureDialog.ask(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), kit, recipe);
    }
}
