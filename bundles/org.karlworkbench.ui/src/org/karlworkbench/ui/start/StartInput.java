package org.karlworkbench.ui.start;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.karlworkbench.ui.Images;

/** The start page's input: there is only one, and it survives a restart. */
public final class StartInput implements IEditorInput, IPersistableElement, IElementFactory {
    private static final String ID = "org.karlworkbench.ui.startInput";

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("karl16");
    }

    @Override
    public String getName() {
        return "Start";
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return "What to begin with";
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return null;
    }

    @Override
    public void saveState(IMemento memento) {
        // nothing tells one start page from another
    }

    @Override
    public String getFactoryId() {
        return ID;
    }

    @Override
    public IAdaptable createElement(IMemento memento) {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StartInput;
    }

    @Override
    public int hashCode() {
        return ID.hashCode();
    }
}
