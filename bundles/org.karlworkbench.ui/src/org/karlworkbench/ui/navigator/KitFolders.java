package org.karlworkbench.ui.navigator;

import org.eclipse.core.resources.IFolder;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.karlworkbench.ui.kits.KitFile;

/** Hides the folders in which a kit's objects and relinks lie: they are shown below the kit itself. */
public final class KitFolders extends ViewerFilter {
    @Override
    public boolean select(Viewer viewer, Object parent, Object element) {
        return !(element instanceof IFolder folder) || KitFile.owner(folder) == null;
    }
}
