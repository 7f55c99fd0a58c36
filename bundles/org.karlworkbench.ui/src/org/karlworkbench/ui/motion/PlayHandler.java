package org.karlworkbench.ui.motion;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Lets the objects of the kernel that is shown fly to their places. */
public final class PlayHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof Playing editor) {
            editor.play();
        }
        return null;
    }
}
