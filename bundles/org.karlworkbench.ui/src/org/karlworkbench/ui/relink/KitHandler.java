package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.open.Selected;

/**
 * Does something with the kit that is selected or edited, by the recipe that is selected, else by the one that is chosen
 * in the kit's open editor, else by the kit's first.
 */
abstract class KitHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Selected.kit(context) != null);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IFile kit = Selected.kit(event.getApplicationContext());
        if (kit != null) {
            start(kit, Recipes.chosen(event, kit));
        }
        return null;
    }

    /** Starts it; the recipe is as {@link Recipes#chosen} gives it. */
    abstract void start(IFile kit, Recipe recipe);
}
