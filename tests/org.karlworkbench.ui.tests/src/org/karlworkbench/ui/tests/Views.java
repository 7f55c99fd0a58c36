package org.karlworkbench.ui.tests;

import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** The views around the editors. */
final class Views {
    private Views() {}

    /** Brings a view to the front; the focus stays where it is. */
    static void show(String id) {
        Ui.run(() -> {
            try {
                Ui.page().showView(id, null, IWorkbenchPage.VIEW_VISIBLE);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Closes a view, if it is open. */
    static void hide(String id) {
        Ui.run(() -> {
            IViewPart view = Ui.page().findView(id);
            if (view != null) {
                Ui.page().hideView(view);
            }
        });
    }
}
