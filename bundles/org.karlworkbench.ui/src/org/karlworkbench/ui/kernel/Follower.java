package org.karlworkbench.ui.kernel;

import java.util.function.Consumer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Lets a view follow what is selected in other parts, as long as somebody looks at it. */
public final class Follower implements ISelectionListener, IPartListener2 {
    private final IViewPart view;
    private final IWorkbenchPage page;
    private final Consumer<Object> selected;
    private final Runnable seen;

    /**
     * Follows from now on.
     *
     * @param view the view; what is selected in it is no other thing to look at
     * @param selected is told the first thing that is selected, null for none, and now what is already: in the part that is active,
     *     or where that has nothing, in the editor
     * @param seen is told when the view comes to the front
     */
    public Follower(IViewPart view, Consumer<Object> selected, Runnable seen) {
        this.view = view;
        this.selected = selected;
        this.seen = seen;
        page = view.getSite().getPage();
        page.addSelectionListener(this);
        page.addPartListener(this);
        ISelection now = page.getSelection();
        selectionChanged(null, now == null || now.isEmpty() ? inEditor() : now);
    }

    private ISelection inEditor() {
        IEditorPart editor = page.getActiveEditor();
        ISelectionProvider provider = editor == null ? null : editor.getSite().getSelectionProvider();
        return provider == null ? StructuredSelection.EMPTY : provider.getSelection();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part != view && selection instanceof IStructuredSelection structured) {
            selected.accept(structured.getFirstElement());
        }
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == view) {
            seen.run();
        }
    }

    /** Whether the view can be seen. */
    public boolean isSeen() {
        return page.isPartVisible(view);
    }

    /** Follows no more. */
    public void stop() {
        page.removeSelectionListener(this);
        page.removePartListener(this);
    }
}
