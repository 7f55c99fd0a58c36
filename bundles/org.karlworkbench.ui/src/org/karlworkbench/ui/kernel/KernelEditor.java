package org.karlworkbench.ui.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.INavigationLocation;
import org.eclipse.ui.INavigationLocationProvider;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.layout.Hit;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.motion.Playing;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.OrderedProperties;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.open.Selected;
import org.karlworkbench.ui.open.ShowingEditor;
import org.karlworkbench.ui.open.Stepping;

/**
 * Shows where everything in a kernel lies. It opens any ELF file, in the workspace or not, and never changes it; the
 * file is read in a Job.
 */
public final class KernelEditor extends ShowingEditor implements INavigationLocationProvider, Stepping, Playing {
    private final PartSelection selection = new PartSelection();
    private Stack stack;
    private KernelView view;
    private KernelOutline outline;
    private Finder finder;
    private Walk walk = Walk.NONE;
    private Consumer<Layout> onShown = _ -> {};

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        takeFile(site, input);
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "kernel.message");
        view = new KernelView(stack.control(), selection);
        view.flight().onFailure(this::tell);
        getSite().setSelectionProvider(selection);
        Stepping.attachTo(getEditorSite());
        view.setMenus(ContextMenu.of(getSite(), "org.karlworkbench.ui.kernel", view, selection));
        Path kernel = Selected.path(getEditorInput());
        stack.say("Reading " + getEditorInput().getName() + "…");
        new Reading(view)
                .start(
                        "Reading the Layout of " + getEditorInput().getName(),
                        progress -> KernelView.Content.of(LayoutSource.read(kernel, progress)),
                        this::show,
                        stack::fail);
    }

    private void show(KernelView.Content content) {
        view.show(content);
        stack.show(view);
        finder = new Finder(content.layout());
        if (outline != null) {
            outline.show(content.layout());
        }
        onShown.accept(content.layout());
        onShown = _ -> {};
    }

    /**
     * Opens a kernel and goes to a place of it, as soon as it is read.
     *
     * @param page where
     * @param kernel any file
     * @param place finds the place; gives null for none
     */
    public static void open(IWorkbenchPage page, Path kernel, Function<Layout, Hit> place) {
        if (Opener.kernel(page, kernel) instanceof KernelEditor editor) {
            editor.whenShown(layout -> Optional.ofNullable(place.apply(layout)).ifPresent(editor::goTo));
        }
    }

    /**
     * Opens a kernel that was just linked, and lets everything fly there from where the relink before had it.
     *
     * @param page where
     * @param kernel the kernel
     */
    public static void fly(IWorkbenchPage page, Path kernel) {
        if (Opener.kernel(page, kernel) instanceof KernelEditor editor) {
            editor.whenShown(_ -> editor.view.flight().playIfThereIsOne());
        }
    }

    private void whenShown(Consumer<Layout> action) {
        if (layout() == null) {
            onShown = action;
        } else {
            action.accept(layout());
        }
    }

    /** The layout that is shown, or null. */
    public Layout layout() {
        return view == null ? null : view.shown();
    }

    /**
     * Goes to a place of a kernel in the editor that shows it, if one still does.
     *
     * @param page where the editor is
     * @param layout what it shows
     * @param hit the place
     */
    public static void goTo(IWorkbenchPage page, Layout layout, Hit hit) {
        KernelEditor editor = showing(page, layout);
        if (editor != null) {
            page.activate(editor); // or the views would not follow what is selected in it
            editor.goTo(hit);
        }
    }

    /**
     * Selects a row of a kernel in the editor that shows it, if one still does, without leaving the part that is active.
     *
     * @param page where the editor is
     * @param layout what it shows
     * @param table the table that has the row
     * @param row the row
     */
    public static void reveal(IWorkbenchPage page, Layout layout, RowTable table, int row) {
        KernelEditor editor = showing(page, layout);
        if (editor != null) {
            page.bringToTop(editor);
            editor.show(table, row);
        }
    }

    private static KernelEditor showing(IWorkbenchPage page, Layout layout) {
        for (IEditorReference reference : page.getEditorReferences()) {
            if (reference.getEditor(false) instanceof KernelEditor editor && editor.layout() == layout) {
                return editor;
            }
        }
        return null;
    }

    /** Finds things in what is shown; null as long as nothing is. */
    Finder finder() {
        return finder;
    }

    /** Goes to what was found; Navigate > Back leads here again. */
    void goTo(Hit hit) {
        show(RowTable.of(hit.table()), hit.row());
        if (hit.offset() != 0) {
            view.reveal(hit.address());
        }
    }

    /** Goes to one of what was found; Navigate > Next and Previous go on from there. */
    void walk(List<Hit> list, int at) {
        walk = new Walk(list, at);
        step(0);
    }

    /** Goes on in what was found. */
    @Override
    public void step(int by) {
        walk = walk.step(by);
        if (walk.list().isEmpty()) {
            return;
        }
        goTo(walk.hit());
        if (walk.list().size() > 1) {
            tell(walk.words(layout()));
        }
    }

    private void tell(String words) {
        getEditorSite().getActionBars().getStatusLineManager().setMessage(words);
    }

    /** Lets everything fly to its place from where the relink before had it. */
    @Override
    public void play() {
        view.flight().play();
    }

    /** Selects a row in table and map, and shows it. */
    void show(RowTable table, int row) {
        getSite().getPage().getNavigationHistory().markLocation(this);
        view.select(table, row);
        getSite().getPage().getNavigationHistory().markLocation(this);
    }

    @Override
    public INavigationLocation createEmptyNavigationLocation() {
        return new KernelLocation(this, RowTable.SYMBOLS, -1);
    }

    @Override
    public INavigationLocation createNavigationLocation() {
        return view == null ? null : view.location(this);
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == IContentOutlinePage.class) {
            outline = new KernelOutline(this);
            return type.cast(outline);
        }
        return type == IPropertySheetPage.class ? type.cast(new OrderedProperties()) : super.getAdapter(type);
    }
}
