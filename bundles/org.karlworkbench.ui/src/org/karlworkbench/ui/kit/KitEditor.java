package org.karlworkbench.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.domain.IEditingDomainProvider;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.KitFiles;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.items.FindingItem;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.open.OrderedProperties;
import org.karlworkbench.ui.open.PartSelection;

/** The editor for a link-kit: what it is, its objects, and the recipes by which it is relinked. */
public final class KitEditor extends FormEditor implements IEditingDomainProvider {
    private final Edits edits = new Edits();
    private final IAction undo = new StackAction(edits.stack(), true);
    private final IAction redo = new StackAction(edits.stack(), false);
    private final IAction revert = new RevertAction();
    private final Consumer<IFile> kitListener = this::kitChanged;
    private final PartSelection selection = new PartSelection();
    private KitModel model;
    private boolean slowMotion;
    private Runnable waiting = () -> {};

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput)) {
            throw new PartInitException(
                    "A kit is edited in the workspace: use File > New > Link-Kit to bring it there");
        }
        super.init(site, input);
        site.setSelectionProvider(selection);
        setPartName(KitFile.name(kitFile()));
        setContentDescription("");
        edits.onChange(_ -> stackChanged());
        Kits.get().addListener(kitListener);
    }

    /** The kit's file. */
    public IFile kitFile() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    /** The kit as it is edited, with what is known of its objects; null as long as the file is being read. */
    public KitModel model() {
        return model;
    }

    /** The recipe that is chosen in the editor, unsaved changes included; null as long as the file is being read. */
    public Recipe chosenRecipe() {
        return model == null ? null : model.chosen();
    }

    @Override
    protected void addPages() {
        ContextHelp.on(getContainer(), getSite());
        WaitPage page = new WaitPage(getContainer(), "Reading " + kitFile().getName() + "…");
        addPage(page.control());
        setPageText(0, "Overview");
        reload();
    }

    private void reload() {
        Job job = Job.create("Opening " + kitFile().getName(), (IProgressMonitor _) -> load());
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private IStatus load() {
        try {
            LinkKit kit = KitFiles.load(KitFile.path(kitFile()));
            ui(() -> show(kit));
        } catch (EngineException e) {
            Problems.log(e);
            ui(() -> showProblem(Problems.line(e)));
        }
        return Status.OK_STATUS;
    }

    private void ui(Runnable runnable) {
        Display display = getSite().getShell().getDisplay();
        display.asyncExec(() -> {
            if (getContainer() != null && !getContainer().isDisposed()) {
                runnable.run();
            }
        });
    }

    private void show(LinkKit kit) {
        if (model != null && !isDirty() && EcoreUtil.equals(kit, model.kit())) {
            return; // it is what we saved ourselves
        }
        edits.forgetAll();
        if (model != null) {
            model.replace(kit);
            return;
        }
        model = new KitModel(kitFile(), kit, edits);
        try {
            removePage(0);
            addPage(new OverviewPage(this));
            addPage(new ObjectsPage(this));
            addPage(new GapsPage(this));
            addPage(new RecipesPage(this));
            setActivePage(0);
            Theme.style(getContainer());
        } catch (PartInitException e) {
            Problems.log(e);
        }
        model.askForObjects();
        showWhatWaits();
    }

    private void showProblem(String line) {
        if (model == null) {
            removePage(0);
            addPage(new WaitPage(getContainer(), line).control());
            setPageText(0, "Overview");
            setActivePage(0);
        }
    }

    /** Shows a page by its name: {@code overview}, {@code objects}, {@code gaps} or {@code recipes}. */
    public void showPage(String id) {
        whenShown(() -> setActivePage(id));
    }

    /** The name of the page that is shown, as {@link #showPage} takes it; empty as long as there is none. */
    public String page() {
        IFormPage page = getActivePageInstance();
        return page == null ? "" : page.getId();
    }

    /** The body in the order of the previewed draw; empty as long as none is shown. */
    public List<String> previewedOrder() {
        return findPage(GapsPage.ID) instanceof GapsPage gaps ? gaps.order() : List.of();
    }

    /** Sets whether everything flies from one draw to the next in the preview, and from relink to relink. */
    public void setSlowMotion(boolean on) {
        slowMotion = on;
        if (findPage(GapsPage.ID) instanceof GapsPage gaps) {
            gaps.setSlowMotion(on);
        }
    }

    /** Whether everything flies. */
    public boolean isSlowMotion() {
        return findPage(GapsPage.ID) instanceof GapsPage gaps && gaps.isShown() ? gaps.isSlowMotion() : slowMotion;
    }

    /** Shows the Objects page and, when a name is given, that object in it. */
    public void showObject(String name) {
        whenShown(() -> {
            if (setActivePage(ObjectsPage.ID) instanceof ObjectsPage page) {
                page.show(name);
            }
        });
    }

    /** Shows the Gaps &amp; Architecture page and, when a name is given, chooses that recipe. */
    public void showRecipe(String name) {
        whenShown(() -> {
            setActivePage(GapsPage.ID);
            model.choose(name);
        });
    }

    /** Shows the Overview page and selects a finding in it. */
    void showFinding(FindingItem finding) {
        whenShown(() -> {
            if (setActivePage(OverviewPage.ID) instanceof OverviewPage page) {
                page.show(finding);
            }
        });
    }

    /** Does something at once, or as soon as the kit is there. */
    void whenShown(Runnable action) {
        waiting = action;
        showWhatWaits();
    }

    private void showWhatWaits() {
        if (model != null) {
            Runnable action = waiting;
            waiting = () -> {};
            action.run();
        }
    }

    private void stackChanged() {
        ui(() -> {
            editorDirtyStateChanged();
            firePropertyChange(PROP_DIRTY);
        });
    }

    /** The file changed on disk or the kit was read: unsaved edits win over the former, the latter is shown. */
    private void kitChanged(IFile file) {
        if (!file.equals(kitFile()) || model == null) {
            return;
        }
        ui(() -> {
            if (!file.exists() && !isDirty()) {
                close(false);
                return;
            }
            model.objectsChanged();
            LinkKit saved = Kits.get().saved(file).value();
            if (saved != null && !isDirty() && !EcoreUtil.equals(saved, model.kit())) {
                reload();
            }
        });
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == IPropertySheetPage.class) {
            return type.cast(new OrderedProperties());
        }
        return type == IGotoMarker.class ? type.cast(new MarkedFinding(this)) : super.getAdapter(type);
    }

    @Override
    public boolean isDirty() {
        return edits.isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (model == null) {
            return;
        }
        try {
            KitFiles.save(KitFile.path(kitFile()), EcoreUtil.copy(model.kit()));
            edits.saved();
            kitFile().refreshLocal(IResource.DEPTH_ZERO, monitor);
        } catch (EngineException | CoreException e) {
            Problems.log(e);
            monitor.setCanceled(true);
            model.say("Not saved: " + Problems.line(e));
        }
        stackChanged();
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("a kit is copied in Project Explorer");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        Kits.get().removeListener(kitListener);
        super.dispose();
    }

    @Override
    public EditingDomain getEditingDomain() {
        return edits.domain();
    }

    /** What is selected in the page that is shown. */
    PartSelection selection() {
        return selection;
    }

    IAction undoAction() {
        return undo;
    }

    IAction redoAction() {
        return redo;
    }

    IAction revertAction() {
        return revert;
    }

    /** Names the tabs, so that tests find them. */
    @Override
    protected org.eclipse.swt.custom.CTabFolder createContainer(org.eclipse.swt.widgets.Composite parent) {
        return Ids.mark(super.createContainer(parent), "kit.tabs");
    }

    private final class RevertAction extends Action {
        RevertAction() {
            super("Re&vert");
            edits.onChange(_ -> setEnabled(isDirty()));
            setEnabled(false);
        }

        @Override
        public void run() {
            reload();
        }
    }
}
