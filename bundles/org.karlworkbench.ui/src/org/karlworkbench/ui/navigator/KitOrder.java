package org.karlworkbench.ui.navigator;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;

/** Keeps what is below a kit in the order in which it is linked or was made, instead of sorting by name. */
public final class KitOrder extends ViewerComparator {
    @Override
    public int compare(Viewer viewer, Object first, Object second) {
        return 0;
    }
}
