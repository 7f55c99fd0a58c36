package org.karlworkbench.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** F1, in dialogs too: the platform's own command only knows the views and editors of a window. */
public final class HelpHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        Control focus = PlatformUI.getWorkbench().getDisplay().getFocusControl();
        if (focus != null) {
            ContextHelp.onField(focus);
        }
        if (focus == null || inWindow(focus)) {
            PlatformUI.getWorkbench().getHelpSystem().displayDynamicHelp();
        } else {
            ask(focus);
        }
        return null;
    }

    private static boolean inWindow(Control control) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            if (window.getShell() == control.getShell()) {
                return true;
            }
        }
        return false;
    }

    /** Asks the control or the nearest one around it that knows an answer. */
    private static void ask(Control focus) {
        Control asked = focus;
        while (asked != null && !asked.isListening(SWT.Help)) {
            asked = asked.getParent();
        }
        if (asked != null) {
            asked.notifyListeners(SWT.Help, new Event());
        }
    }
}
