package org.karlworkbench.ui.open;

import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** The Properties view with groups and names in the order in which an item gives them, the most telling first. */
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
}
