package org.karlworkbench.ui.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.open.Opener;

/**
 * Names a machine's root in the workspace and opens its editor. Where there is no machine yet the editor goes on with
 * its installation, whose steps are shown before anything is touched.
 */
public final class NewMachineWizard extends Wizard implements INewWizard {
    private final RootPage page;
    private IWorkbench workbench;

    /** An empty wizard, as the platform makes it. */
    public NewMachineWizard() {
        this(null);
    }

    private NewMachineWizard(Path root) {
        page = new RootPage(root);
        setWindowTitle("New Machine");
        setHelpAvailable(true);
        setDefaultPageImageDescriptor(Images.descriptor("kit-banner"));
    }

    /** Opens a root that a person has chosen: at once where the workspace knows it, else by this wizard. */
    static void open(IWorkbenchWindow window, Path root) {
        IFile known = MachineFile.of(root);
        if (known != null) {
            Opener.machine(window.getActivePage(), known);
            return;
        }
        NewMachineWizard wizard = new NewMachineWizard(root);
        wizard.workbench = window.getWorkbench();
        new WizardDialog(window.getShell(), wizard).open();
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
        workbench = newWorkbench;
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        try {
            Files.createDirectories(page.root());
            show(MachineFile.create(page.folder(), page.machineName(), page.root()));
            return true;
        } catch (IOException e) {
            page.setErrorMessage(Problems.line(EngineException.io(page.root(), e)));
        } catch (CoreException e) {
            page.setErrorMessage(Problems.line(e));
        }
        return false;
    }

    private void show(IFile file) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        BasicNewResourceWizard.selectAndReveal(file, window);
        if (Opener.machine(window.getActivePage(), file) instanceof MachineEditor editor) {
            editor.installWhereEmpty();
        }
    }
}
