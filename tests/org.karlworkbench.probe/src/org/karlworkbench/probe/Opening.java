package org.karlworkbench.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;

/** Opens a file of a project, goes through the pages of its editor, and tells what is painted there. */
final class Opening {
    private static final long APART = 500;

    private final IWorkbench workbench;
    private final Settled settled;
    private final List<String> lines = new ArrayList<>();

    Opening(IWorkbench workbench, Settled settled) {
        this.workbench = workbench;
        this.settled = settled;
    }

    List<String> open(Path file) throws CoreException, InterruptedException {
        IProject project = project(file.getParent());
        IWorkbenchPage page = workbench.getWorkbenchWindows()[0].getActivePage();
        onUi(() -> {
            try {
                IEditorPart editor =
                        IDE.openEditor(page, project.getFile(file.getFileName().toString()));
                lines.add("opened " + editor.getSite().getId() + " " + editor.getTitle());
            } catch (CoreException e) {
                throw new IllegalStateException(e);
            }
        });
        settled.until(() -> pages() > 1); // as long as the kit is read there is one, which says so
        for (int i = 0; i < settled.ask(this::pages); i++) {
            int index = i;
            onUi(() -> turn(index));
            lines.addAll(settled.look(APART, this::look));
        }
        return lines;
    }

    private static IProject project(Path folder) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject project = workspace.getRoot().getProject("Probe");
        IProjectDescription description = workspace.newProjectDescription("Probe");
        description.setLocationURI(folder.toUri());
        project.create(description, null);
        project.open(null);
        return project;
    }

    private CTabFolder tabs() {
        return find(shell(), CTabFolder.class, "kit.tabs");
    }

    private int pages() {
        CTabFolder tabs = tabs();
        return tabs == null ? 0 : tabs.getItemCount();
    }

    private void turn(int index) {
        CTabFolder tabs = tabs();
        tabs.setSelection(index);
        Event event = new Event();
        event.item = tabs.getItem(index);
        tabs.notifyListeners(SWT.Selection, event);
    }

    /** What the page in front shows, when all that waits has been painted. */
    private List<String> look() {
        workbench.getDisplay().update();
        CTabItem item = tabs().getSelection();
        Set<String> seen = new LinkedHashSet<>(List.of("page " + item.getText()));
        walk(item.getControl(), item.getText(), seen);
        return List.copyOf(seen);
    }

    private static void walk(Control control, String page, Set<String> seen) {
        if (!control.isVisible()) {
            return;
        }
        if (control instanceof Label label && !label.getText().isBlank()) {
            seen.add("words " + page + ": " + label.getText().replace('\n', ' '));
        }
        if (control.getClass().getSimpleName().equals("NatTable")) {
            seen.add("table " + page + ": " + colours(control) + " colours");
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                walk(child, page, seen);
            }
        }
    }

    /** How many colours are to be seen on a control: an empty one has few, smoothed letters make many. */
    private static int colours(Control control) {
        Point size = control.getSize();
        Image image = new Image(control.getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
        GC gc = new GC(control);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData(100);
        image.dispose();
        Set<Integer> colours = new LinkedHashSet<>();
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                colours.add(data.getPixel(x, y));
            }
        }
        return colours.size();
    }

    private static <T extends Control> T find(Composite parent, Class<T> type, String id) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child) && id.equals(child.getData("karl.id"))) {
                return type.cast(child);
            }
            T found = child instanceof Composite composite ? find(composite, type, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Shell shell() {
        return workbench.getWorkbenchWindows()[0].getShell();
    }

    private void onUi(Runnable action) {
        workbench.getDisplay().syncExec(action);
    }
}
