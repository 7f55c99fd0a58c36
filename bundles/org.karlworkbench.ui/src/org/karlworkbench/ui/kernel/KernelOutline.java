package org.karlworkbench.ui.kernel;

import java.util.List;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.RowItem;
import org.karlworkbench.ui.open.ContextMenu;
import org.karlworkbench.ui.table.Shown;

/** The outline of a kernel: its sections, their objects, their symbols. What is selected here is shown in the editor. */
final class KernelOutline extends ContentOutlinePage {
    private final KernelEditor editor;
    private Layout shown;

    KernelOutline(KernelEditor editor) {
        this.editor = editor;
    }

    @Override
    protected int getTreeStyle() {
        return SWT.VIRTUAL | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        Ids.mark(viewer.getControl(), "outline.kernel");
        Theme.ownItems(viewer.getTree());
        viewer.setUseHashlookup(true);
        viewer.setLabelProvider(new Labels());
        viewer.getControl()
                .setMenu(ContextMenu.of(
                        getSite()::registerContextMenu,
                        "org.karlworkbench.ui.kernelOutline",
                        viewer.getTree(),
                        viewer,
                        _ -> {}));
        show(editor.layout());
    }

    /** Shows a layout, as soon as it is read. */
    void show(Layout layout) {
        TreeViewer viewer = getTreeViewer();
        if (layout == null
                || layout == shown
                || viewer == null
                || viewer.getControl().isDisposed()) {
            return;
        }
        shown = layout;
        KernelTree tree = new KernelTree(layout);
        viewer.setContentProvider(new Content(tree, viewer));
        viewer.setInput(tree);
        viewer.setChildCount(tree, 1);
        viewer.expandToLevel(2);
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (event.getSelection() instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof RowItem row
                && getControl().isFocusControl()) {
            editor.show(row.table(), row.row());
        }
    }

    /** Gives items to the tree when they come into view. */
    private record Content(KernelTree tree, TreeViewer viewer) implements ILazyTreeContentProvider {
        @Override
        public void updateElement(Object parent, int index) {
            Item item = parent instanceof Item above ? below(above).get(index) : tree.kernel();
            viewer.replace(parent, index, item);
            viewer.setChildCount(item, below(item).size());
        }

        private List<RowItem> below(Item item) {
            return tree.below(item);
        }

        @Override
        public void updateChildCount(Object element, int current) {
            int count = element instanceof Item item ? below(item).size() : 1;
            if (count != current) {
                viewer.setChildCount(element, count);
            }
        }

        @Override
        public Object getParent(Object element) {
            return null; // nothing is selected here that was not opened here
        }
    }

    private static final class Labels extends LabelProvider {
        @Override
        public String getText(Object element) {
            return Shown.line(((Item) element).label());
        }

        @Override
        public Image getImage(Object element) {
            return Images.of(((Item) element).icon());
        }
    }
}
