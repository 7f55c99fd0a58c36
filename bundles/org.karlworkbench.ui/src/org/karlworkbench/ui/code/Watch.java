package org.karlworkbench.ui.code;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Tells when a part comes to the front.
 *
 * @param part which one
 * @param seen is told, on the UI thread
 */
record Watch(IWorkbenchPart part, Runnable seen) implements IPartListener2 {
    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == part) {
            seen.run();
        }
    }
}
