package org.karlworkbench.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** What stands beside the editors and is no part of a lesson: it makes room for large fonts. For the UI thread only. */
final class SideViews {
    private static final List<String> VIEWS = List.of(ProjectExplorer.VIEW_ID, IPageLayout.ID_OUTLINE);

    private final List<Runnable> back = new ArrayList<>();

    /** They have their places back when the workbench keeps its layout at its end. */
    private final IWorkbenchListener end = new IWorkbenchListener() {
        @Override
        public boolean preShutdown(IWorkbench workbench, boolean forced) {
            putBack();
            return true;
        }

        @Override
        public void postShutdown(IWorkbench workbench) {
            // nothing is left to do
        }
    };

    /** Minimizes them; what was minimized already, or is not there, is left alone. */
    void putAside() {
        PlatformUI.getWorkbench().addWorkbenchListener(end);
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            if (window.getActivePage() != null) {
                VIEWS.forEach(view -> putAside(window.getActivePage(), view));
            }
        }
    }

    private void putAside(IWorkbenchPage page, String id) {
        IViewReference view = page.findViewReference(id);
        if (view != null && page.getPartState(view) == IWorkbenchPage.STATE_RESTORED) {
            page.setPartState(view, IWorkbenchPage.STATE_MINIMIZED);
            back.add(() -> page.setPartState(view, IWorkbenchPage.STATE_RESTORED));
        }
    }

    /** Gives them their places back. */
    void putBack() {
        back.forEach(Runnable::run);
        back.clear();
    }
}
