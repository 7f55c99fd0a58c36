package org.karlworkbench.ui.compare;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.SelectionHandler;

/** Opens the two selected kernels side by side. */
public final class CompareHandler extends SelectionHandler {
    @Override
    protected boolean isFor(Object context) {
        return Selected.kernels(context).size() == 2;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        // By name, so that of two relinks the earlier one is A however they are listed.
        List<Path> kernels = Selected.kernels(event.getApplicationContext()).stream()
                .sorted()
                .toList();
        if (kernels.size() == 2) {
            Opener.comparison(
                    HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), kernels.get(0), kernels.get(1));
        }
        return null;
    }
}
