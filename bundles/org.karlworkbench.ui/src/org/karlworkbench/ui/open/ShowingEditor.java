package org.karlworkbench.ui.open;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.part.EditorPart;

/** An editor in which things are looked at and nothing is changed: there is never anything to save. */
public abstract class ShowingEditor extends EditorPart {
    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("there is nothing to save");
    }

    @Override
    public final void doSaveAs() {
        throw new UnsupportedOperationException("there is nothing to save");
    }
}
