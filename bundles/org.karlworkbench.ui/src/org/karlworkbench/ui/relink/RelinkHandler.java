package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.RecipeItem;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.open.Selected;

/**
 * Relinks the kit that is selected or edited: by the recipe that is selected, else by the one that is chosen in the
 * kit's open editor, else by the kit's first.
 */
public final class RelinkHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Selected.kit(context) != null);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IFile kit = Selected.kit(event.getApplicationContext());
        if (kit != null) {
            RelinkJob.start(kit, recipe(event, kit));
        }
        return null;
    }

    private static Recipe recipe(ExecutionEvent event, IFile kit) {
        for (Item item : Selected.items(event.getApplicationContext())) {
            if (item instanceof RecipeItem recipe) {
                return recipe.recipe();
            }
        }
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        IEditorPart editor = page.findEditor(new FileEditorInput(kit));
        return editor instanceof KitEditor kitEditor ? kitEditor.chosenRecipe() : null;
    }
}
