package org.karlworkbench.ui.kernel;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to an address, symbol or object of the kernel that is shown. */
public final class GoToHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof KernelEditor editor && editor.finder() != null) {
            new GoToDialog(HandlerUtil.getActiveShell(event), editor.layout(), editor.finder(), editor::walk).open();
        }
        return null;
    }
}
