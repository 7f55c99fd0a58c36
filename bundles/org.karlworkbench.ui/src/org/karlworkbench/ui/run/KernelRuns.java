package org.karlworkbench.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;

/** The runs of this session, the latest last, and who wants to hear of them. */
public final class KernelRuns {
    private static final int KEPT = 20;
    private static final List<KernelRun> RUNS = new CopyOnWriteArrayList<>();
    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

    private KernelRuns() {}

    /**
     * Runs a kernel as is right for most; on the UI thread.
     *
     * @param page where the run is shown
     * @param kernel the kernel's file
     */
    public static void start(IWorkbenchPage page, Path kernel) {
        start(page, kernel, RunSettings.USUAL);
    }

    /**
     * Starts a run in a Job and shows it; on the UI thread.
     *
     * @param page where it is shown
     * @param kernel the kernel's file
     * @param settings what was chosen
     */
    static void start(IWorkbenchPage page, Path kernel, RunSettings settings) {
        RUNS.stream()
                .filter(run -> run.isEnded() && run.kernel().equals(kernel))
                .forEach(run -> run.console().remove());
        KernelRun run = new KernelRun(kernel, settings);
        RUNS.add(run);
        if (RUNS.size() > KEPT) {
            RUNS.removeFirst();
        }
        show(page);
        run.console().show(page);
        Job job = new RunJob(run);
        job.addJobChangeListener(IJobChangeListener.onDone(_ -> inFront(page)));
        job.schedule();
    }

    /** What came of a run is to be seen in the end, not only what the kernel said. */
    private static void inFront(IWorkbenchPage page) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (page.getWorkbenchWindow().getShell() != null) {
                    page.bringToTop(show(page)); // the console may have the focus, and would stay in front with it
                }
            });
        }
    }

    private static IViewPart show(IWorkbenchPage page) {
        try {
            return page.showView(Ids.RUN_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            Problems.log(e);
            return null; // which is brought to no top
        }
    }

    /** All that are kept, the latest last. */
    static List<KernelRun> all() {
        return List.copyOf(RUNS);
    }

    /** The latest run; null before the first. */
    static KernelRun latest() {
        return RUNS.isEmpty() ? null : RUNS.getLast();
    }

    /**
     * What came of a run.
     *
     * @param kernel the kernel's file
     * @param startup what was found of its startup code
     */
    public record Booted(Path kernel, StartupState startup) {}

    /** The latest run, when it has ended and the kernel booted. */
    public static Optional<Booted> booted() {
        return Optional.ofNullable(latest())
                .filter(run -> run.result() != null && run.result().booted())
                .map(run -> new Booted(run.kernel(), run.result().startup()));
    }

    /** The kernel of the latest run, when that has ended by a panic and its console has all of it. */
    public static Optional<Path> panicked() {
        return Optional.ofNullable(latest())
                .filter(run -> RunWords.panicked(run) && run.console().isWhole())
                .map(KernelRun::kernel);
    }

    /** What the kernel of the latest run said when it panicked, where it did. */
    public static Optional<String> panic() {
        return panicked().map(_ -> latest().result().detail());
    }

    /** Hands the panic of the latest run, where there is one, on to Symbolize; on the UI thread. */
    public static void symbolize() {
        panicked().ifPresent(_ -> latest().console().symbolizePanic());
    }

    /** Tells on the UI thread that something is to be shown. */
    static void changed() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> LISTENERS.forEach(Runnable::run));
        }
    }

    static void listen(Runnable listener) {
        LISTENERS.add(listener);
    }

    static void forget(Runnable listener) {
        LISTENERS.remove(listener);
    }
}
