package org.karlworkbench.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.open.Opener;

/**
 * Makes a link-kit in the workspace from a folder or an archive. The first page asks where it is and how to call it, the
 * second reads it and shows what is wrong with it before anything is made.
 */
public final class NewKitWizard extends Wizard implements INewWizard {
    private IWorkbench workbench;
    private Path place;
    private SourcePage source;
    private FindingsPage findings;
    private ReadKit read;

    /** An empty wizard, as the platform makes it. */
    public NewKitWizard() {
        setWindowTitle("New Link-Kit");
        setHelpAvailable(true);
        setNeedsProgressMonitor(true);
        setDefaultPageImageDescriptor(Images.descriptor("kit-banner"));
    }

    /**
     * Whether a folder or file is one that can be brought into the workspace as a kit.
     *
     * @param place anything
     * @return true for folders, and for archives by their names
     */
    public static boolean takes(Path place) {
        return Files.isDirectory(place) || KitSeeds.isArchive(place.toString());
    }

    /**
     * Opens the wizard.
     *
     * @param window whose it is
     * @param place the folder or archive that it begins with, or null
     */
    public static void open(IWorkbenchWindow window, Path place) {
        NewKitWizard wizard = new NewKitWizard();
        wizard.place = place;
        wizard.init(window.getWorkbench(), StructuredSelection.EMPTY);
        new WizardDialog(window.getShell(), wizard).open();
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
        source = new SourcePage(selection, place);
        findings = new FindingsPage(this);
    }

    @Override
    public void addPages() {
        addPage(source);
        addPage(findings);
    }

    SourcePage source() {
        return source;
    }

    /** What was read last, null before. */
    ReadKit read() {
        return read;
    }

    /** Reads the kit with the wizard's progress bar; what was read before is closed. Null when it was cancelled. */
    ReadKit readAnew(Path place, String name, List<String> names) throws EngineException {
        forget();
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    read = ReadKit.read(place, name, names, new MonitorProgress(monitor, "Reading " + place));
                } catch (EngineException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InterruptedException e) {
            return null;
        } catch (InvocationTargetException e) {
            return failed(e.getCause());
        }
        return read;
    }

    private static ReadKit failed(Throwable cause) throws EngineException {
        if (Problems.cancelled(cause)) {
            return null;
        }
        if (cause instanceof EngineException engine) {
            throw engine;
        }
        throw new IllegalStateException(cause);
    }

    void forget() {
        if (read != null) {
            read.close();
            read = null;
        }
    }

    @Override
    public boolean canFinish() {
        return super.canFinish() && read != null && read.kit() != null;
    }

    @Override
    public boolean performFinish() {
        IContainer folder = source.folder();
        String name = source.kitName();
        boolean copy = source.copies();
        IFile[] file = new IFile[1];
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    file[0] = Creation.create(folder, name, read, copy, new MonitorProgress(monitor, "Making " + name));
                } catch (EngineException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InterruptedException e) {
            return false;
        } catch (InvocationTargetException e) {
            if (!Problems.cancelled(e.getCause())) {
                Problems.log(e.getCause());
                findings.setErrorMessage(Problems.line(e.getCause()));
            }
            return false;
        }
        source.remember();
        BasicNewResourceWizard.selectAndReveal(file[0], workbench.getActiveWorkbenchWindow());
        Opener.kit(workbench.getActiveWorkbenchWindow().getActivePage(), file[0]);
        return true;
    }

    @Override
    public void dispose() {
        // The unpacked files of an archive were copied when the kit was made; either way they are not needed now.
        forget();
        super.dispose();
    }
}
