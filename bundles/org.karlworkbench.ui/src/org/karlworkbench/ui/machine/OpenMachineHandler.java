package org.karlworkbench.ui.machine;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a machine's root and opens it; where the workspace does not know it yet, the wizard names it there. */
public final class OpenMachineHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        DirectoryDialog dialog = new DirectoryDialog(window.getShell());
        dialog.setText("Open Machine");
        dialog.setMessage("Choose the root folder of a machine");
        String chosen = dialog.open();
        if (chosen != null) {
            NewMachineWizard.open(window, Path.of(chosen));
        }
        return null;
    }
}
