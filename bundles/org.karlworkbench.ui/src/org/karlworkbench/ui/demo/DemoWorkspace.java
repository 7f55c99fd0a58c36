package org.karlworkbench.ui.demo;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.open.AfterDialogs;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.wizard.DemoKit;

/** Puts the demo kit into a workspace in which there is nothing yet, so that there is something to try. */
public final class DemoWorkspace {
    /** The kit that boots in an emulator and shows every role and gap; the other samples are for tests and lessons. */
    private static final String KIT = "demo-amd64";

    private static final String NAME = "demo";

    private DemoWorkspace() {}

    /** Starts a Job that makes the project, when the workspace is empty and the samples are there. */
    public static void createIfEmpty() {
        if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length > 0) {
            return;
        }
        Samples.kit(KIT).ifPresent(kit -> {
            Job job = Job.create("Preparing the Demo Kit", (IJobFunction) monitor -> create(kit, monitor));
            job.setPriority(Job.SHORT);
            job.schedule();
        });
    }

    private static IStatus create(Path kit, IProgressMonitor monitor) {
        try {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Demo");
            IFile file = DemoKit.create(kit, project, NAME, new MonitorProgress(monitor, "Preparing the demo kit"));
            AfterDialogs.run(PlatformUI.getWorkbench().getDisplay(), () -> open(file));
        } catch (EngineException | RuntimeException e) {
            Problems.log(e);
        }
        return Status.OK_STATUS;
    }

    private static void open(IFile file) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null && isFree(window.getActivePage())) {
            BasicNewResourceWizard.selectAndReveal(file, window);
            Opener.kit(window.getActivePage(), file);
        }
    }

    /** Whether a person has opened nothing yet, behind ./workbench or else. */
    private static boolean isFree(IWorkbenchPage page) {
        return Stream.of(page.getEditorReferences())
                .allMatch(editor -> editor.getId().equals(Ids.START_EDITOR));
    }
}
