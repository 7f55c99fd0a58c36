package org.karlworkbench.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
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
    private static final long SETTLING = 1_500;

    private final IWorkbench workbench;
    private final List<String> lines = new ArrayList<>();

    Opening(IWorkbench workbench) {
        this.workbench = workbench;
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
        Thread.sleep(SETTLING);
        AtomicReference<CTabFolder> tabs = new AtomicReference<>();
        onUi(() -> tabs.set(find(shell(), CTabFolder.class, "kit.tabs")));
        for (int i = 0; i < (tabs.get() == null ? 0 : pages(tabs.get())); i++) {
            int index = i;
            onUi(() -> turn(tabs.get(), index));
            Thread.sleep(SETTLING);
            onUi(() -> look(tabs.get()));
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

    private int pages(CTabFolder tabs) {
        AtomicReference<Integer> count = new AtomicReference<>();
        onUi(() -> count.set(tabs.getItemCount()));
        return count.get();
    }

    private static void turn(CTabFolder tabs, int index) {
        tabs.setSelection(index);
        Event event = new Event();
        event.item = tabs.getItem(index);
        tabs.notifyListeners(SWT.Selection, event);
    }

    private void look(CTabFolder tabs) {
        String page = tabs.getSelection().getText();
        lines.add("page " + page);
        Set<String> words = new LinkedHashSet<>();
        walk(tabs.getSelection().getControl(), page, words);
        words.forEach(word -> lines.add("words " + page + ": " + word));
    }

    private void walk(Control control, String page, Set<String> words) {
        if (!control.isVisible()) {
            return;
        }
        if (control instanceof Label label && !label.getText().isBlank()) {
            words.add(label.getText().replace('\n', ' '));
        }
        if (control.getClass().getSimpleName().equals("NatTable")) {
            lines.add("table " + page + ": " + colours(control) + " colours");
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                walk(child, page, words);
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
