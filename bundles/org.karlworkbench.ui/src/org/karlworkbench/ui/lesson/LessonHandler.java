package org.karlworkbench.ui.lesson;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the lessons. */
public final class LessonHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        LessonView.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
        return null;
    }
}
