package org.karlworkbench.ui.open;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/**
 * The Properties view with groups and names in the order in which an item gives them, the most telling first. Each
 * selection is shown from its beginning.
 */
public final class OrderedProperties extends PropertySheetPage {
    /** A page that shows what is selected in the part that gives it. */
    public OrderedProperties() {
        setSorter(new PropertySheetSorter() {
            @Override
            public int compare(IPropertySheetEntry first, IPropertySheetEntry second) {
                return 0;
            }

            @Override
            public int compareCategories(String first, String second) {
                return 0;
            }
        });
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        super.selectionChanged(part, selection);
        // The tree reuses its lines for the new selection, and with them the place to which a person had scrolled.
        if (getControl() instanceof Tree tree && tree.getItemCount() > 0) {
            tree.setTopItem(tree.getItem(0));
        }
    }
}
