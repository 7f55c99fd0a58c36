package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;

/** Relinks a kit. */
public final class RelinkHandler extends KitHandler {
    @Override
    void start(IFile kit, Recipe recipe) {
        RelinkJob.start(kit, recipe);
    }
}
