package org.karlworkbench.ui.machine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;

/** Asks for a machine's root, the project in which it shall appear, and its name there. */
final class RootPage extends HelpfulPage {
    private static final String PROJECT = "Machines";

    private final Path given;
    private Text root;
    private Combo project;
    private Text name;

    RootPage(Path given) {
        super("root", "Machine");
        this.given = given;
        setDescription("Choose a root folder: an image's mount, a chroot, or an empty folder.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "newMachine");
        GridLayoutFactory.swtDefaults().numColumns(3).margins(8, 8).applyTo(page);
        label(page, "&Root folder:");
        root = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), "newmachine.root"), "Root folder");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(root);
        Button browse = Ids.mark(new Button(page, SWT.PUSH), "newmachine.browse");
        browse.setText("Fol&der…");
        browse.addListener(SWT.Selection, _ -> browse());
        label(page, "&Project:");
        project = Spoken.name(Ids.mark(new Combo(page, SWT.DROP_DOWN), "newmachine.project"), "Project");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(project);
        label(page, "Machine &name:");
        name = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), "newmachine.name"), "Machine name");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
        project.setItems(Arrays.stream(workspace().getRoot().getProjects())
                .filter(IProject::isOpen)
                .map(IProject::getName)
                .toArray(String[]::new));
        project.setText(PROJECT);
        root.addListener(SWT.Modify, _ -> rootChanged());
        project.addListener(SWT.Modify, _ -> check());
        name.addListener(SWT.Modify, _ -> check());
        root.setText(given == null ? "" : given.toString());
        setControl(page);
        check();
        setErrorMessage(null);
    }

    private static void label(Composite page, String words) {
        new Label(page, SWT.NONE).setText(words);
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText("Machine");
        dialog.setMessage("Choose the root folder of a machine");
        String chosen = dialog.open();
        if (chosen != null) {
            root.setText(chosen);
        }
    }

    private void rootChanged() {
        Path path = root();
        if (path != null && path.getFileName() != null) {
            name.setText(path.getFileName().toString());
        }
        check();
    }

    /** The root; null where what was typed is no whole path. */
    Path root() {
        try {
            Path path = Path.of(root.getText().strip()).normalize();
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    IContainer folder() {
        return workspace().getRoot().getProject(project.getText().strip());
    }

    String machineName() {
        return name.getText().strip();
    }

    private void check() {
        String error = root.getText().isBlank() ? null : error();
        setErrorMessage(error);
        setPageComplete(error == null && !root.getText().isBlank());
    }

    private String error() {
        if (root() == null) {
            return "Name the whole path of the root, from / on.";
        }
        if (Files.exists(root()) && !Files.isDirectory(root())) {
            return "The root is no folder.";
        }
        IStatus valid = workspace().validateName(project.getText().strip(), IResource.PROJECT);
        if (!valid.isOK()) {
            return valid.getMessage();
        }
        valid = workspace().validateName(machineName() + "." + MachineFile.EXTENSION, IResource.FILE);
        if (!valid.isOK()) {
            return valid.getMessage();
        }
        return MachineFile.file(folder(), machineName()).exists() ? "The project has a machine of that name." : null;
    }

    private static IWorkspace workspace() {
        return ResourcesPlugin.getWorkspace();
    }
}
