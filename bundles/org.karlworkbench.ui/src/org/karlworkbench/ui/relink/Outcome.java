package org.karlworkbench.ui.relink;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.open.Opener;

/** Shows what came of a Job in the window that is active now. */
final class Outcome {
    private Outcome() {}

    /**
     * Opens a kernel that was linked, as soon as the workspace has seen it. That is looked after in a Job of its own: one
     * that relinks must not hold the workspace.
     */
    static void kernel(IFile kitFile, Path kernel) {
        Job job = Job.createSystem("Showing the Kernel", _ -> {
            RelinkFolder.refresh(kitFile);
            inPage(page -> {
                status(page, null);
                Opener.kernel(page, kernel);
            });
        });
        job.schedule();
    }

    /** Shows a failure in the status line. */
    static void failure(String line) {
        inPage(page -> status(page, line));
    }

    private interface PageAction {
        void run(IWorkbenchPage page);
    }

    private static void inPage(PageAction action) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (window == null && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
                window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            }
            if (window != null && window.getActivePage() != null) {
                action.run(window.getActivePage());
            }
        });
    }

    private static void status(IWorkbenchPage page, String error) {
        IStatusLineManager line = line(page.getActivePart());
        if (line != null && error == null) {
            line.setErrorMessage(null);
        } else if (line != null) {
            line.setErrorMessage(
                    PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK), error);
        }
    }

    private static IStatusLineManager line(IWorkbenchPart part) {
        if (part instanceof IViewPart view && view.getSite() instanceof IViewSite site) {
            return site.getActionBars().getStatusLineManager();
        }
        if (part instanceof IEditorPart editor && editor.getSite() instanceof IEditorSite site) {
            return site.getActionBars().getStatusLineManager();
        }
        return null;
    }
}
