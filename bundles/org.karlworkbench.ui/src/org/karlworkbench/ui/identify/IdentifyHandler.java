package org.karlworkbench.ui.identify;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Selected;

/** Asks for a dump of memory, or takes the file whose menu it is, and finds out which kernel it ran. */
public final class IdentifyHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        IFile kit = Selected.kit(event.getApplicationContext());
        IdentifyWizard.open(HandlerUtil.getActiveWorkbenchWindow(event), dump(event), kit);
        return null;
    }

    private static Path dump(ExecutionEvent event) {
        boolean one = HandlerUtil.getActiveMenuSelection(event) instanceof IStructuredSelection structured
                && structured.size() == 1;
        if (!one) {
            return null;
        }
        Object first = ((IStructuredSelection) HandlerUtil.getActiveMenuSelection(event)).getFirstElement();
        IFile file = Adapters.adapt(first, IFile.class);
        return file == null || KitFile.isKit(file) || file.getLocation() == null ? null : KitFile.path(file);
    }
}
