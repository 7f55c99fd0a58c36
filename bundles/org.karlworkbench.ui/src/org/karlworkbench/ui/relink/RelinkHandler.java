package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
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
            RelinkJob.start(kit, Recipes.chosen(event, kit));
        }
        return null;
    }
}
