package org.karlworkbench.ui.compare;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.motion.Playing;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.Opener;
import org.karlworkbench.ui.open.OrderedProperties;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.open.ShowingEditor;
import org.karlworkbench.ui.open.Stepping;
import org.karlworkbench.ui.table.Shown;

/** Shows two kernels side by side; both files are read in a Job and never changed. */
public final class ComparisonEditor extends ShowingEditor implements Stepping, Playing {
    private final PartSelection selection = new PartSelection();
    private Stack stack;
    private ComparisonView view;
    private Reading reading;
    private boolean flies;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ComparisonInput)) {
            throw new PartInitException("Two kernels are compared by selecting both and choosing Compare With");
        }
        setSite(site);
        setInput(input);
        setPartName(Shown.line(input.getName()));
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "comparison.message");
        view = new ComparisonView(stack.control(), selection, this::replace);
        reading = new Reading(view);
        getSite().setSelectionProvider(selection);
        view.setMenus(ContextMenu.of(getSite(), "org.karlworkbench.ui.comparison", view, selection));
        Stepping.attachTo(getEditorSite());
        read();
    }

    private void read() {
        ComparisonInput input = (ComparisonInput) getEditorInput();
        stack.say("Reading both kernels…");
        reading.start(
                "Comparing " + input.getName(),
                progress -> ComparisonContent.read(input, progress),
                this::show,
                stack::fail);
    }

    /** Shows other kernels: one that is dropped takes the place of A or B, two the places of both. */
    private void replace(boolean first, List<Path> kernels) {
        ComparisonInput old = (ComparisonInput) getEditorInput();
        List<Path> byName = kernels.stream().sorted().toList(); // of two relinks the earlier one is A
        Path kernel = byName.getFirst();
        ComparisonInput input = byName.size() > 1
                ? new ComparisonInput(kernel, byName.get(1))
                : first ? new ComparisonInput(kernel, old.b()) : new ComparisonInput(old.a(), kernel);
        setInputWithNotify(input);
        setPartName(Shown.line(input.getName()));
        read();
    }

    /** Goes to the next difference, or the one before. */
    @Override
    public void step(int by) {
        view.goToDifference(by);
    }

    private void show(ComparisonContent content) {
        view.show(content);
        stack.show(view);
        if (flies) {
            play();
        }
    }

    /**
     * Opens two kernels side by side and lets everything fly from its place in the first to that in the second.
     *
     * @param page where
     * @param first the kernel that is A
     * @param second the kernel that is B
     */
    public static void fly(IWorkbenchPage page, Path first, Path second) {
        if (Opener.comparison(page, first, second) instanceof ComparisonEditor editor) {
            editor.play();
        }
    }

    /** Lets everything fly from A to B, as soon as both are read. */
    @Override
    public void play() {
        flies = !view.play();
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == IPropertySheetPage.class ? type.cast(new OrderedProperties()) : super.getAdapter(type);
    }
}
