package org.karlworkbench.ui.kernel;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.layout.Layout;

/** Goes to an address, symbol or object of the kernel that is shown. */
public final class GoToHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof KernelEditor editor) {
            Layout layout = editor.layout();
            if (layout != null) {
                new GoToDialog(HandlerUtil.getActiveShell(event), layout, editor::goTo).open();
            }
        }
        return null;
    }
}
