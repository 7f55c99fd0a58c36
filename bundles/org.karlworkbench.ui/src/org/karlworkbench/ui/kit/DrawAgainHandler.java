package org.karlworkbench.ui.kit;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Draws order and gaps anew in the preview of the kit that is edited. */
public final class DrawAgainHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof KitEditor editor && editor.model() != null) {
            editor.model().drawAgain();
        }
        return null;
    }
}
