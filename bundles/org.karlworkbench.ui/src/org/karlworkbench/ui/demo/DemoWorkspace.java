package org.karlworkbench.ui.demo;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.wizard.DemoKit;

/** Puts the demo kit into a workspace in which there is nothing yet, so that there is something to try. */
public final class DemoWorkspace {
    private static final String PROPERTY = "org.karlworkbench.samples";
    private static final String FOLDER = "samples";
    private static final String KIT = "demo-amd64";

    private DemoWorkspace() {}

    /** Starts a Job that makes the project, when the workspace is empty and the samples are there. */
    public static void createIfEmpty() {
        if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length > 0) {
            return;
        }
        samples().flatMap(DemoWorkspace::kit).ifPresent(kit -> {
            Job job = Job.create("Preparing the Demo Kit", (IJobFunction) monitor -> create(kit, monitor));
            job.setPriority(Job.SHORT);
            job.schedule();
        });
    }

    private static IStatus create(Path kit, IProgressMonitor monitor) {
        try {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Demo");
            IFile file = DemoKit.create(kit, project, new MonitorProgress(monitor, "Preparing the demo kit"));
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(file));
        } catch (EngineException | RuntimeException e) {
            Problems.log(e);
        }
        return Status.OK_STATUS;
    }

    private static void open(IFile file) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            Opener.kit(window.getActivePage(), file);
        }
    }

    /** The folder with the samples: a system property names it, else it lies in the product's own folder. */
    private static Optional<Path> samples() {
        try {
            String named = System.getProperty(PROPERTY);
            Location install = Platform.getInstallLocation();
            URL product = install == null ? null : install.getURL();
            Path folder = named != null
                    ? Path.of(named)
                    : product == null ? null : Path.of(product.getPath()).resolve(FOLDER);
            return Optional.ofNullable(folder).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The kit that boots in an emulator and shows every role and gap; the other samples are for tests. */
    private static Optional<Path> kit(Path samples) {
        return Optional.of(samples.resolve(KIT)).filter(Files::isDirectory);
    }
}
