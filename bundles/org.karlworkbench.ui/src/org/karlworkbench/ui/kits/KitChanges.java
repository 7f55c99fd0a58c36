package org.karlworkbench.ui.kits;

import java.nio.file.Path;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.karlworkbench.ui.Problems;

/** Watches the workspace for kits and relinks that come, change or go. */
final class KitChanges {
    private final Kits kits;

    private KitChanges(Kits kits) {
        this.kits = kits;
    }

    static void follow(Kits kits) {
        KitChanges changes = new KitChanges(kits);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(changes::changed, IResourceChangeEvent.POST_CHANGE);
    }

    private void changed(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(this::visit);
        } catch (CoreException e) {
            Problems.log(e);
        }
    }

    private boolean visit(IResourceDelta delta) {
        IResource resource = delta.getResource();
        if (resource instanceof IFile file) {
            if (KitFile.isKit(file)) {
                kitChanged(file, delta);
            }
            return false;
        }
        if (resource instanceof IContainer folder && resource.getType() == IResource.FOLDER) {
            IFile owner = KitFile.owner(folder);
            if (owner != null && KitFile.relinks(owner).equals(folder)) {
                kits.relinksChanged(owner);
                return false;
            }
        }
        return true;
    }

    private void kitChanged(IFile file, IResourceDelta delta) {
        if (delta.getKind() == IResourceDelta.REMOVED) {
            kits.removed(file);
        } else if ((delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0) {
            kits.savedChanged(file);
        }
    }

    static IFile ownerOf(Path kernel) {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        for (IFile file : root.findFilesForLocationURI(kernel.toUri())) {
            IFile owner = KitFile.owner(file.getParent());
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }
}
