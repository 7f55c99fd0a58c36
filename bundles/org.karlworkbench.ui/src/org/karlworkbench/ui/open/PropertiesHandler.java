package org.karlworkbench.ui.open;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.Problems;

/** Brings the Properties view to the front. */
public final class PropertiesHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        try {
            HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(IPageLayout.ID_PROP_SHEET);
        } catch (PartInitException e) {
            Problems.log(e);
        }
        return null;
    }
}
