package org.karlworkbench.ui.start;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.open.Opener;

/** Shows the start page. */
public final class StartHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        Opener.start(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
        return null;
    }
}
