package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.open.KitCommand;

/**
 * Does something with the kit that is selected or edited, by the recipe that is selected, else by the one that is chosen
 * in the kit's open editor, else by the kit's first.
 */
public abstract class KitHandler extends KitCommand {
    @Override
    protected final void start(ExecutionEvent event, IFile kit) {
        KitEditor editor = Recipes.editor(event, kit);
        start(kit, Recipes.chosen(event, editor), editor);
    }

    /**
     * Starts it.
     *
     * @param kit the kit's file
     * @param recipe as {@link Recipes#chosen} gives it
     * @param editor the kit's open editor, or null
     */
    protected abstract void start(IFile kit, Recipe recipe, KitEditor editor);
}
