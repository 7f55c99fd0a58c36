package org.karlworkbench.ui.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.compare.ComparisonInput;
import org.karlworkbench.ui.demo.Samples;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.lab.LabFiles;
import org.karlworkbench.ui.noise.NoiseFile;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.wizard.DemoKit;

/**
 * The copy of a sample kit on which a lesson works. It lies in a project of its own, so that nothing that a lesson does, and no
 * reset, touches anything else. For the UI thread only.
 */
final class LessonKit {
    /** The project of all lessons. */
    static final String PROJECT = "Lessons";

    private final String name;

    LessonKit(String name) {
        this.name = name;
    }

    /** The kit's file, which need not exist. */
    IFile file() {
        return project().getFile(name + "." + KitFile.EXTENSION);
    }

    private static IProject project() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
    }

    /** What a person is told when it is done: nothing, or what went wrong. */
    interface Done {
        void told(Optional<String> problem);
    }

    /** Makes the kit if it is not there, not even in a project that somebody has closed or on a disk that somebody cleaned. */
    void prepare(Done done) {
        if (file().exists() && Files.exists(file().getLocation().toPath())) {
            done.told(Optional.empty());
        } else {
            schedule("Preparing the Lesson's Kit", LessonKit::look, done);
        }
    }

    /** Puts the kit back as it was: without relinks, results and changed recipes. What is open of it is closed. */
    void reset(IWorkbenchPage page, Done done) {
        close(page);
        schedule("Putting the Lesson's Kit Back", this::delete, done);
    }

    private interface Before {
        void run(IProgressMonitor monitor) throws CoreException, InterruptedException;
    }

    private void schedule(String title, Before before, Done done) {
        Job job = Job.create(title, (IJobFunction) monitor -> {
            Optional<String> problem = make(before, monitor);
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> done.told(problem));
            return Status.OK_STATUS;
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private Optional<String> make(Before before, IProgressMonitor monitor) {
        try {
            before.run(monitor);
            if (file().exists()) {
                return Optional.empty();
            }
            Path sample = Samples.kit(name)
                    .orElseThrow(() -> new EngineException(
                            "no-sample",
                            name,
                            null,
                            "the workbench has no sample kit of this name",
                            "use ten-amd64 or demo-amd64 in the lesson's line Kit:"));
            DemoKit.create(sample, project(), name, new MonitorProgress(monitor, "Preparing the lesson's kit"));
            return Optional.empty();
        } catch (EngineException | CoreException | RuntimeException e) {
            Problems.log(e);
            return Optional.of(Problems.line(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("Cancelled");
        }
    }

    private void delete(IProgressMonitor monitor) throws CoreException, InterruptedException {
        IJobManager jobs = Job.getJobManager();
        jobs.cancel(file()); // relinks, bisections and measurements of the kit
        jobs.join(file(), monitor);
        look(monitor);
        if (!project().exists()) {
            return;
        }
        for (IResource member : project().members()) {
            if (isOurs(member.getName())) {
                member.delete(true, new NullProgressMonitor());
            }
        }
    }

    /** Learns what the disk holds of the project; of one whose folder is gone nothing is left. */
    private static void look(IProgressMonitor monitor) throws CoreException {
        if (!project().exists()) {
            return;
        }
        if (Files.exists(project().getLocation().toPath())) {
            project().open(monitor);
            project().refreshLocal(IResource.DEPTH_INFINITE, monitor);
        } else {
            project().delete(true, monitor);
        }
    }

    /** The kit, its folders, and the results of measuring it; another lesson's kit whose name begins alike is not. */
    private boolean isOurs(String member) {
        return member.equals(file().getName())
                || member.equals(KitFile.objects(file()).getName())
                || member.equals(KitFile.relinks(file()).getName())
                || (member.startsWith(name + "-") && isResult(member) && !isOfLonger(member));
    }

    private static boolean isResult(String member) {
        return member.endsWith(LabFiles.ENDING) || member.endsWith(NoiseFile.ENDING);
    }

    /** Whether a kit of a longer name is there with which a result begins, as demo-amd64-overrun beside demo-amd64. */
    private boolean isOfLonger(String result) {
        for (int dash = result.indexOf('-', name.length() + 1); dash >= 0; dash = result.indexOf('-', dash + 1)) {
            if (project()
                    .getFile(result.substring(0, dash) + "." + KitFile.EXTENSION)
                    .exists()) {
                return true;
            }
        }
        return false;
    }

    private void close(IWorkbenchPage page) {
        for (IEditorReference reference : page.getEditorReferences()) {
            if (isOfKit(reference)) {
                page.closeEditors(new IEditorReference[] {reference}, false);
            }
        }
    }

    private boolean isOfKit(IEditorReference reference) {
        try {
            var input = reference.getEditorInput();
            return input instanceof ComparisonInput two
                    ? isOfKit(two.a()) || isOfKit(two.b())
                    : isOfKit(Selected.path(input));
        } catch (PartInitException _) {
            return false; // it shows nothing
        }
    }

    private boolean isOfKit(Path path) {
        Path folder = file().getLocation() == null
                ? null
                : file().getLocation().toPath().getParent();
        return path != null
                && folder != null
                && path.startsWith(folder)
                && !path.equals(folder)
                && isOurs(folder.relativize(path).getName(0).toString());
    }
}
