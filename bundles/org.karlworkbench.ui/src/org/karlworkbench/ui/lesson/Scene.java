package org.karlworkbench.ui.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.bisect.BisectView;
import org.karlworkbench.ui.code.ReferencesView;
import org.karlworkbench.ui.compare.ComparisonInput;
import org.karlworkbench.ui.exposure.ExposureView;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.RelinkItem;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kit.KitEditor;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.lab.LabEditor;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.run.KernelRuns;
import org.karlworkbench.ui.symbolize.SymbolizeView;

/** What the workbench shows of a lesson's kit at this moment. For the UI thread only. */
final class Scene {
    private final IWorkbenchPage page;
    private final IFile kitFile;

    /**
     * Looks at a page.
     *
     * @param page what is looked at
     * @param kitFile the lesson's kit, which need not exist
     */
    Scene(IWorkbenchPage page, IFile kitFile) {
        this.page = page;
        this.kitFile = kitFile;
    }

    IWorkbenchPage page() {
        return page;
    }

    IFile kitFile() {
        return kitFile;
    }

    /** The kit with its objects, as soon as they are read. */
    Optional<LinkKit> kit() {
        return kitFile.exists() ? Optional.ofNullable(Kits.get().model(kitFile).value()) : Optional.empty();
    }

    /** The names of the kit's objects of a role, in the kit's order. */
    List<String> objects(Role role) {
        return kit().stream()
                .flatMap(kit -> kit.getObjects().stream())
                .filter(object -> object.getRole() == role)
                .map(KitObject::getName)
                .toList();
    }

    /** The kit's relinks, the newest first; none as long as they are being read. */
    List<RelinkItem> relinks() {
        List<RelinkItem> known = kitFile.exists() ? Kits.get().relinks(kitFile).value() : null;
        return known == null ? List.of() : known;
    }

    /** The editor in front, when it is that of the lesson's kit. */
    Optional<KitEditor> kitEditor() {
        return front() instanceof KitEditor editor && editor.kitFile().equals(kitFile) && editor.model() != null
                ? Optional.of(editor)
                : Optional.empty();
    }

    /** The layout of the kernel in front, when that is a relink of the lesson's kit and is read. */
    Optional<Layout> layout() {
        return front() instanceof KernelEditor editor && editor.layout() != null && isOurs(editor)
                ? Optional.of(editor.layout())
                : Optional.empty();
    }

    /** The ledger entry of the kernel in front. */
    Optional<LedgerEntry> entry() {
        return layout().flatMap(Layout::entry);
    }

    /**
     * The objects of the body that have code, in the order of the kernel in front, else of the kit's preview; empty where
     * neither is shown. One without code has no place in the order that a person could see.
     */
    List<String> order() {
        List<String> withCode = kit().stream()
                .flatMap(kit -> kit.getObjects().stream())
                .filter(object -> object.getText() > 0)
                .map(KitObject::getName)
                .toList();
        List<String> order = entry().map(entry -> List.copyOf(entry.getOrder()))
                .or(() -> kitEditor().map(KitEditor::previewedOrder))
                .orElse(List.of());
        return order.stream().filter(withCode::contains).toList();
    }

    /** Whether a comparison of two relinks of the kit is in front. */
    boolean compares() {
        return front() != null
                && front().getEditorInput() instanceof ComparisonInput two
                && kitFile.equals(Kits.ownerOf(two.a()))
                && kitFile.equals(Kits.ownerOf(two.b()));
    }

    /** The result of a laboratory run of the kit, when it is in front and read. */
    Optional<LabResult> measured() {
        return front() instanceof LabEditor editor
                ? editor.result().filter(result -> kit().stream()
                        .anyMatch(kit -> result.digest().equals(kit.getDigest())))
                : Optional.empty();
    }

    private boolean isOurs(IEditorPart editor) {
        Path kernel = Selected.path(editor.getEditorInput());
        return kernel != null && kitFile.equals(Kits.ownerOf(kernel));
    }

    private IEditorPart front() {
        return page.getActiveEditor();
    }

    /** What came of the latest run, when it was of a relink of the lesson's kit. */
    Optional<StartupState> booted() {
        return KernelRuns.booted()
                .filter(run -> kitFile.equals(Kits.ownerOf(run.kernel())))
                .map(KernelRuns.Booted::startup);
    }

    /** Whether the latest run was of a relink of the lesson's kit, and it panicked. */
    boolean panicked() {
        return KernelRuns.panicked()
                .filter(kernel -> kitFile.equals(Kits.ownerOf(kernel)))
                .isPresent();
    }

    /** What the latest run said when it panicked, when it was of a relink of the lesson's kit. */
    Optional<String> panic() {
        return panicked() ? KernelRuns.panic() : Optional.empty();
    }

    /** Who refers to what is selected in the kernel in front, when the view References is seen and tells it. */
    Optional<ReferencesView.Told> references() {
        return shows(Ids.REFERENCES_VIEW) && page.findView(Ids.REFERENCES_VIEW) instanceof ReferencesView view
                ? view.told().filter(told -> layout().filter(told.item().layout()::equals)
                        .isPresent())
                : Optional.empty();
    }

    /** What the view Symbolize tells, when it is seen and the trace is of a relink of the lesson's kit. */
    Optional<Symbolized> symbolized() {
        return shows(Ids.SYMBOLIZE_VIEW) && page.findView(Ids.SYMBOLIZE_VIEW) instanceof SymbolizeView view
                ? view.told()
                        .filter(told -> told.entry() != null && kitFile.equals(Kits.ownerOf(Path.of(told.entry()))))
                : Optional.empty();
    }

    /** What came of the search for a cause, when the view Bisect is seen and it is about the lesson's kit. */
    Optional<BisectResult> bisected() {
        return shows(Ids.BISECT_VIEW) && page.findView(Ids.BISECT_VIEW) instanceof BisectView view
                ? view.told(kitFile).filter(result -> result.cause() != null)
                : Optional.empty();
    }

    /** What is selected in the editor in front. */
    List<Item> selection() {
        ISelectionProvider provider = front() == null ? null : front().getSite().getSelectionProvider();
        ISelection selection = provider == null ? null : provider.getSelection();
        return selection instanceof IStructuredSelection structured
                ? structured.stream()
                        .filter(Item.class::isInstance)
                        .map(Item.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether a view is seen. */
    boolean shows(String viewId) {
        IViewPart view = page.findView(viewId);
        return view != null && page.isPartVisible(view);
    }

    /** What the view Exposure tells, when it is seen. */
    Optional<ExposureView.Told> exposure() {
        return shows(Ids.EXPOSURE_VIEW) && page.findView(Ids.EXPOSURE_VIEW) instanceof ExposureView view
                ? view.told()
                : Optional.empty();
    }
}
