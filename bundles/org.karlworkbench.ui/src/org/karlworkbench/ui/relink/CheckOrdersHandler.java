package org.karlworkbench.ui.relink;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.karlworkbench.ui.open.Selected;

/** Checks all orders of the kit that is selected or edited, with the gaps of the recipe that a relink would take. */
public final class CheckOrdersHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(Selected.kit(context) != null);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IFile kit = Selected.kit(event.getApplicationContext());
        if (kit != null) {
            CheckOrdersJob.start(kit, Recipes.chosen(event, kit));
        }
        return null;
    }
}
