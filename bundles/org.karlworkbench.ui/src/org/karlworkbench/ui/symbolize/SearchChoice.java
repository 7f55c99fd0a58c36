package org.karlworkbench.ui.symbolize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.WorkspaceKits;
import org.karlworkbench.ui.open.Selected;

/** The choice among all kits of the workspace, one of them, or a kernel that is open. */
final class SearchChoice {
    private final Combo combo;
    private final IWorkbenchPage page;
    private List<SearchPlace> places = List.of();
    private SearchPlace chosen;

    SearchChoice(Composite parent, IWorkbenchPage page) {
        this.page = page;
        combo = Theme.plain(
                Spoken.name(Ids.mark(new Combo(parent, SWT.READ_ONLY), "symbolize.place"), "Where to search"));
        combo.setToolTipText("The relinks among which the one is searched that a trace comes from");
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, _ -> chosen = places.get(combo.getSelectionIndex()));
        combo.addListener(SWT.FocusIn, _ -> offer());
        offer();
    }

    /** Offers what there is now; what was chosen stays, if it is still there. */
    private void offer() {
        List<SearchPlace> offered = offered();
        if (!offered.equals(places)) {
            places = offered;
            combo.setItems(places.stream().map(SearchPlace::title).toArray(String[]::new));
        }
        int at = Math.max(0, places.indexOf(chosen));
        chosen = places.get(at);
        if (combo.getSelectionIndex() != at) {
            combo.select(at);
        }
    }

    private List<SearchPlace> offered() {
        List<IFile> kits = WorkspaceKits.all();
        List<SearchPlace> offered = new ArrayList<>();
        offered.add(new SearchPlace.OfKits("All kits", kits));
        kits.forEach(each -> offered.add(new SearchPlace.OfKits("Kit " + KitFile.name(each), List.of(each))));
        for (IEditorReference each : page.getEditorReferences()) {
            if (each.getEditor(false) instanceof KernelEditor editor) {
                Path kernel = Selected.path(editor.getEditorInput());
                offered.add(new SearchPlace.OfKernel(kernel));
            }
        }
        return offered;
    }

    /** What is chosen now. */
    SearchPlace chosen() {
        offer();
        return chosen;
    }
}
