package org.karlworkbench.ui.tests;

import java.util.List;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.karlworkbench.ui.Ids;

/** The views around the editors. */
final class Views {
    private static final List<String> SIDE = List.of(Ids.SYMBOLIZE_VIEW, Ids.BISECT_VIEW, Ids.LESSON_VIEW);

    private Views() {}

    /** Brings a view to the front; the focus stays where it is, unless it is in a view that is in front there. */
    static void show(String id) {
        Ui.run(() -> {
            try {
                IViewPart view = Ui.page().showView(id, null, IWorkbenchPage.VIEW_VISIBLE);
                if (!Ui.page().isPartVisible(view)) {
                    Ui.page().activate(view);
                }
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

    /** Closes the views beside the editors, which leave them little room. */
    static void leaveTheSide() {
        SIDE.forEach(Views::hide);
    }
}
