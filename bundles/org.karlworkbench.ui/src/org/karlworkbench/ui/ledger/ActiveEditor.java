package org.karlworkbench.ui.ledger;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.open.Selected;

/** What the window is about while a view looks on: the selection in another part, else the document that is edited. */
final class ActiveEditor implements IPartListener2 {
    private final Runnable changed;

    ActiveEditor(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof IEditorPart) {
            changed.run();
        }
    }

    /** The kit, or null when there is none. */
    static IFile kit(IWorkbenchPage page, IWorkbenchPart view) {
        IFile selected = page.getActivePart() == view ? null : ofSelection(page.getSelection());
        IEditorPart editor = page.getActiveEditor();
        return selected != null || editor == null
                ? selected
                : Selected.kit(Adapters.adapt(editor.getEditorInput(), IFile.class));
    }

    private static IFile ofSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured.toList()) {
                IFile kit = KitFile.of(element);
                if (kit != null) {
                    return kit;
                }
            }
        }
        return null;
    }
}
