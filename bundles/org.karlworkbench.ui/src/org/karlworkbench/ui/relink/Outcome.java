package org.karlworkbench.ui.relink;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.compare.ComparisonEditor;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.RelinkFolder;
import org.karlworkbench.ui.motion.Pace;
import org.karlworkbench.ui.open.AfterDialogs;
import org.karlworkbench.ui.open.Opener;

/** Shows what came of a Job in the window that is active now. */
public final class Outcome {
    private Outcome() {}

    /**
     * Opens a kernel that was linked, as soon as the workspace has seen it. That is looked after in a Job of its own: one
     * that relinks must not hold the workspace.
     */
    static void kernel(IFile kitFile, Path kernel) {
        Job job = Job.createSystem("Showing the Kernel", _ -> {
            RelinkFolder.refresh(kitFile);
            opened(page -> {
                status(page, null);
                if (isSlowMotion(page, kitFile)) {
                    KernelEditor.fly(page, kernel);
                } else {
                    Opener.kernel(page, kernel);
                }
            });
        });
        job.schedule();
    }

    /** Whether a person watches: in projector mode, or where the kit's editor shows its preview in slow motion. */
    private static boolean isSlowMotion(IWorkbenchPage page, IFile kitFile) {
        return Pace.isForAnAudience()
                || page.findEditor(new FileEditorInput(kitFile)) instanceof KitEditor editor && editor.isSlowMotion();
    }

    /** Opens a kit about which there is something to read. */
    static void kit(IFile kitFile) {
        opened(page -> {
            status(page, null);
            Opener.kit(page, kitFile);
        });
    }

    /**
     * Shows the result of a laboratory run, or what there is of it so far, that was saved beside its kit.
     *
     * @param kitFile the kit's file
     * @param file the result
     */
    public static void lab(IFile kitFile, Path file) {
        beside(kitFile, page -> Opener.showLab(page, file));
    }

    /**
     * Shows a measurement of many relinks that was saved beside their kit.
     *
     * @param kitFile the kit's file
     * @param file the measurement
     */
    public static void noise(IFile kitFile, Path file) {
        beside(kitFile, page -> Opener.noise(page, file));
    }

    /** Shows a result, as soon as the workspace has seen it. */
    private static void beside(IFile kitFile, PageAction shown) {
        Job job = Job.createSystem("Showing the Result", _ -> {
            RelinkFolder.refreshBeside(kitFile);
            opened(page -> {
                status(page, null);
                shown.run(page);
            });
        });
        job.schedule();
    }

    /** Opens two kernels side by side, as soon as the workspace has seen them. */
    static void comparison(IFile kitFile, Path first, Path second) {
        Job job = Job.createSystem("Showing the Kernel", _ -> {
            RelinkFolder.refresh(kitFile);
            opened(page -> {
                if (isSlowMotion(page, kitFile)) {
                    ComparisonEditor.fly(page, first, second);
                } else {
                    Opener.comparison(page, first, second);
                }
            });
        });
        job.schedule();
    }

    /**
     * Shows a sentence in the status line, as soon as the workspace has seen the kernel that it is about.
     *
     * @param kitFile the kit's file
     * @param line the sentence
     */
    public static void message(IFile kitFile, String line) {
        Job job = Job.createSystem("Showing the Kernel", _ -> {
            RelinkFolder.refresh(kitFile);
            inPage(page -> {
                status(page, null);
                statusLine(page).ifPresent(status -> status.setMessage(line));
            });
        });
        job.schedule();
    }

    /**
     * Shows a failure in the status line. The console empties that line when it comes to the front, so it has to be there
     * before.
     */
    private static void failure(String line) {
        inPage(page -> status(page, line));
    }

    /**
     * Tells a failure as all Jobs do: a line in the console, which comes to the front, the brief one in the status line, and
     * the Error Log; no dialog.
     *
     * @param what was done to what, such as {@code Relinking demo}
     * @param problem what went wrong
     * @return the Job's own status, which only colours the progress area
     */
    public static IStatus failed(String what, Throwable problem) {
        String line = what + " failed: " + Problems.line(problem);
        String doing = Character.toLowerCase(what.charAt(0)) + what.substring(1);
        String brief = Problems.brief(problem) + " (" + doing + " failed)";
        KarlConsole.get().error(line, () -> failure(brief));
        Problems.log(problem);
        return new Status(IStatus.ERROR, Problems.status(problem).getPlugin(), IStatus.OK, line, null);
    }

    private interface PageAction {
        void run(IWorkbenchPage page);
    }

    /** Opens something, which takes the focus. */
    private static void opened(PageAction opening) {
        if (PlatformUI.isWorkbenchRunning()) {
            AfterDialogs.run(PlatformUI.getWorkbench().getDisplay(), () -> now(opening));
        }
    }

    private static void inPage(PageAction action) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> now(action));
        }
    }

    private static void now(PageAction action) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
            window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        }
        if (window != null && window.getActivePage() != null) {
            action.run(window.getActivePage());
        }
    }

    /** Whatever part is active, the window has one status line. */
    private static void status(IWorkbenchPage page, String error) {
        Image sign = PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK);
        statusLine(page).ifPresent(line -> line.setErrorMessage(error == null ? null : sign, error));
    }

    private static Optional<IStatusLineManager> statusLine(IWorkbenchPage page) {
        Shell shell = page.getWorkbenchWindow().getShell();
        boolean shown = shell != null && !shell.isDisposed();
        return shown && shell.getData(Ids.STATUS_LINE) instanceof IStatusLineManager line
                ? Optional.of(line)
                : Optional.empty();
    }
}
