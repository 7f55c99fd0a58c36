package org.karlworkbench.ui.kits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.karlworkbench.ui.Problems;

/** The kits that the workspace has, in whatever projects and folders. */
public final class WorkspaceKits {
    private WorkspaceKits() {}

    /** Their files, in the order of their names. */
    public static List<IFile> all() {
        List<IFile> kits = new ArrayList<>();
        try {
            ResourcesPlugin.getWorkspace().getRoot().accept(proxy -> visit(proxy, kits), IResource.NONE);
        } catch (CoreException e) {
            Problems.log(e);
        }
        kits.sort(Comparator.comparing(KitFile::name)
                .thenComparing(each -> each.getFullPath().toString()));
        return kits;
    }

    /** The folders of kits have many objects, and no kits. */
    private static boolean visit(IResourceProxy proxy, List<IFile> kits) {
        boolean kit = proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + KitFile.EXTENSION);
        if (kit && proxy.requestResource() instanceof IFile file) {
            kits.add(file);
        }
        return proxy.getType() != IResource.FOLDER || !KitFile.isOfKit(proxy.getName());
    }
}
