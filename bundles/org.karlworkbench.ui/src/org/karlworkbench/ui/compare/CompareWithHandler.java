package org.karlworkbench.ui.compare;

import java.nio.file.Path;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.SelectionHandler;

/** Opens the selected kernel, or the one in the active editor, beside another that a person chooses. */
public final class CompareWithHandler extends SelectionHandler {
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
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
        dialog.setText("Compare " + kernel.getFileName() + " With");
        dialog.setFilterPath(kernel.toAbsolutePath().getParent().toString());
        String other = dialog.open();
        if (other != null) {
            Opener.comparison(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), kernel, Path.of(other));
        }
        return null;
    }
}
