package org.karlworkbench.ui.compare;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.open.OrderedProperties;
import org.karlworkbench.ui.open.PartSelection;
import org.karlworkbench.ui.open.ShowingEditor;
import org.karlworkbench.ui.open.Stepping;

/** Shows two kernels side by side; both files are read in a Job and never changed. */
public final class ComparisonEditor extends ShowingEditor implements Stepping {
    private final PartSelection selection = new PartSelection();
    private Stack stack;
    private ComparisonView view;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ComparisonInput)) {
            throw new PartInitException("Two kernels are compared by selecting both and choosing Compare With");
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        ComparisonInput input = (ComparisonInput) getEditorInput();
        stack = new Stack(parent, "comparison.message");
        view = new ComparisonView(stack.control(), selection, input);
        getSite().setSelectionProvider(selection);
        view.setMenus(ContextMenu.of(getSite(), "org.karlworkbench.ui.comparison", view, selection));
        Stepping.attachTo(getEditorSite());
        stack.say("Reading both kernels…");
        new Reading(view)
                .start(
                        "Comparing " + input.getName(),
                        progress -> ComparisonContent.read(input, progress),
                        this::show,
                        stack::fail);
    }

    /** Goes to the next difference, or the one before. */
    @Override
    public void step(int by) {
        view.goToDifference(by);
    }

    private void show(ComparisonContent content) {
        view.show(content);
        stack.show(view);
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
