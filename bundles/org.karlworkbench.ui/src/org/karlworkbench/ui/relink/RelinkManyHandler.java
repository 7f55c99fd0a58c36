package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.KitFile;

/** Asks how often, and relinks a kit so many times. */
public final class RelinkManyHandler extends KitHandler {
    @Override
    protected void start(IFile kit, Recipe recipe, KitEditor editor) {
        RelinkManyDialog dialog = new RelinkManyDialog(
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), KitFile.name(kit));
        if (dialog.open() == Window.OK) {
            RelinkManyJob.start(kit, recipe, dialog.count(), dialog.wantsKernels());
        }
    }
}
