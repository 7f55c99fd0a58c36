package org.karlworkbench.ui.relink;

import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;

/** Relinks a kit; in its editor by the very draw that is previewed there. */
public final class RelinkHandler extends KitHandler {
    @Override
    protected void start(IFile kit, Recipe recipe, KitEditor editor) {
        boolean previewed = editor != null && editor.model() != null && editor.chosenRecipe() == recipe;
        RelinkJob.start(kit, recipe, previewed ? editor.model().takeSeed() : null);
    }
}
