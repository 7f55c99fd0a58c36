package org.karlworkbench.ui.open;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.items.Item;

/** Opens the selected items in their editors. */
public final class OpenHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        for (Item item : Selected.items(event.getApplicationContext())) {
            Opener.open(page, item);
        }
        return null;
    }
}
