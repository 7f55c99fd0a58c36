package org.karlworkbench.ui.run;

import java.nio.file.Path;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.SelectionHandler;

/** Runs the kernel that is selected, or the one in the active editor; asks for more where the command says so. */
public final class RunKernelHandler extends SelectionHandler {
    @Override
    protected boolean isFor(Object context) {
        return Selected.oneKernel(context) != null;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Path kernel = Selected.oneKernel(event.getApplicationContext());
        if (kernel == null) {
            return null;
        }
        IWorkbenchPage page =
                HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(); // there is none after a dialog
        boolean asks = event.getCommand().getId().equals(Ids.RUN_KERNEL_WITH_COMMAND);
        RunSettings settings = asks ? ask(HandlerUtil.getActiveShell(event), kernel) : RunSettings.USUAL;
        if (settings != null) {
            KernelRuns.start(page, kernel, settings);
        }
        return null;
    }

    private static RunSettings ask(Shell shell, Path kernel) {
        RunDialog dialog = new RunDialog(shell, kernel.getFileName().toString(), RunSettings.last());
        if (dialog.open() != Window.OK) {
            return null;
        }
        dialog.settings().keep();
        return dialog.settings();
    }
}
