package org.karlworkbench.ui.open;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/** An editor in which things are looked at and nothing is changed: there is never anything to save. */
public abstract class ShowingEditor extends EditorPart {
    /**
     * Begins to show a file.
     *
     * @param site where
     * @param input the file
     * @throws PartInitException if it is none of the local file system
     */
    protected final void takeFile(IEditorSite site, IEditorInput input) throws PartInitException {
        if (Selected.path(input) == null) {
            throw new PartInitException(input.getName() + " is no file of this machine");
        }
        setSite(site);
        setInput(input);
        setPartName(EditorName.of(site.getPage(), input));
    }

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
