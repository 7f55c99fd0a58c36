package org.karlworkbench.ui.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.HelpfulPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.kits.KitFile;

/** Asks where the kit is, in which project it shall appear, and what it is called there. */
final class SourcePage extends HelpfulPage {
    private static final String SECTION = "NewKit";
    private static final String LAST = "lastFolder";

    private final KitSeeds seeds;
    private Text place;
    private Combo project;
    private Text name;
    private Button copies;
    private boolean nameTyped;
    private boolean settingName;

    /**
     * A page that is not shown yet.
     *
     * @param selection what is selected in the workbench
     * @param given the folder or archive that was chosen already, or null
     */
    SourcePage(IStructuredSelection selection, Path given) {
        super("source", "Link-Kit");
        setDescription("Choose the folder or archive that holds the kit's objects, Makefile and linker script.");
        KitSeeds found = KitSeeds.of(selection);
        seeds = given == null ? found : new KitSeeds(found.selected(), given.toString());
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        ContextHelp.on(page, "newKit");
        GridLayoutFactory.swtDefaults().numColumns(4).margins(8, 8).applyTo(page);
        label(page, "Folder &or archive:");
        place = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), "newkit.place"), "Folder or archive");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(place);
        place.addListener(SWT.Modify, _ -> placeChanged());
        button(page, "Fol&der…", "newkit.folder", this::browseFolder);
        button(page, "&Archive…", "newkit.archive", this::browseArchive);
        label(page, "&Project:");
        project = Spoken.name(Ids.mark(new Combo(page, SWT.DROP_DOWN), "newkit.project"), "Project");
        project.setItems(seeds.projects());
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(project);
        project.addListener(SWT.Modify, _ -> check());
        label(page, "&Kit name:");
        name = Spoken.name(Ids.mark(new Text(page, SWT.BORDER), "newkit.name"), "Kit name");
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(name);
        name.addListener(SWT.Modify, _ -> {
            nameTyped |= !settingName;
            check();
        });
        label(page, "");
        copies = Ids.mark(new Button(page, SWT.CHECK), "newkit.copy");
        copies.setText("&Copy the objects into the workspace (always done for an archive)");
        GridDataFactory.fillDefaults().span(3, 1).applyTo(copies);
        setControl(page);
        project.setText(seeds.project());
        place.setText(seeds.place());
        setErrorMessage(null);
        check();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            place.setFocus();
        }
    }

    private static void label(Composite page, String text) {
        new Label(page, SWT.NONE).setText(text);
    }

    private static void button(Composite page, String text, String id, Runnable action) {
        Button button = Ids.mark(new Button(page, SWT.PUSH), id);
        button.setText(text);
        button.addListener(SWT.Selection, _ -> action.run());
    }

    private void browseFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText("Link-Kit");
        dialog.setMessage("Choose the folder with the kit's objects");
        dialog.setFilterPath(last());
        take(dialog.open());
    }

    private void browseArchive() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText("Link-Kit Archive");
        dialog.setFilterExtensions(new String[] {"*.tgz;*.tar.gz;*.tar;*.tar.xz", "*"});
        dialog.setFilterNames(new String[] {"Archives (*.tgz, *.tar.gz, *.tar, *.tar.xz)", "All files"});
        dialog.setFilterPath(last());
        take(dialog.open());
    }

    private void take(String chosen) {
        if (chosen != null) {
            place.setText(chosen);
        }
    }

    void remember() {
        Path parent = place().toAbsolutePath().getParent();
        Remembered.keep(
                SECTION, LAST, Stream.ofNullable(parent).map(Path::toString).map(List::of));
    }

    private static String last() {
        return Remembered.word(SECTION, LAST, null);
    }

    private void placeChanged() {
        if (!nameTyped && place() != null) {
            settingName = true;
            name.setText(KitSeeds.name(place()));
            settingName = false;
        }
        check();
    }

    /** The name of the configuration that was chosen is a better one than the archive's, unless a person typed one. */
    void proposeName(String configuration) {
        if (!nameTyped) {
            settingName = true;
            name.setText(KitSeeds.free(folder(), configuration));
            settingName = false;
        }
    }

    /** The folder or archive, null when what was typed is no path. */
    Path place() {
        try {
            String typed = place.getText().strip();
            return typed.isEmpty() ? null : Path.of(typed);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The folder or project of the workspace. */
    IContainer folder() {
        return seeds.container(project.getText().strip());
    }

    String kitName() {
        return name.getText().strip();
    }

    boolean copies() {
        return copies.getSelection();
    }

    private void check() {
        if (getControl() == null) {
            return;
        }
        String prompt = prompt();
        String error = prompt == null ? error() : null;
        setMessage(prompt);
        setErrorMessage(error);
        setPageComplete(prompt == null && error == null);
    }

    /** What is still to be filled in; no error as long as nobody had a chance to do it. */
    private String prompt() {
        if (place.getText().isBlank()) {
            return "Choose the kit's folder or archive.";
        }
        if (project.getText().isBlank()) {
            return "Name the project in which the kit shall appear.";
        }
        return name.getText().isBlank() ? "Name the kit." : null;
    }

    private String error() {
        if (place() == null || !Files.exists(place())) {
            return "There is no such folder or archive.";
        }
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IContainer folder = folder();
        if (folder == null || folder.getType() == IResource.PROJECT) {
            IStatus status = workspace.validateName(project.getText().strip(), IResource.PROJECT);
            if (!status.isOK()) {
                return status.getMessage();
            }
        }
        IStatus status = workspace.validateName(kitName() + "." + KitFile.EXTENSION, IResource.FILE);
        if (!status.isOK()) {
            return status.getMessage();
        }
        return KitSeeds.taken(folder, kitName()) ? "The project has a kit of that name." : null;
    }
}
