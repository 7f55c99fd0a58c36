package org.karlworkbench.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.karlworkbench.ui.Images;

/**
 * Two kernels to be shown side by side. It survives a restart as two paths.
 *
 * @param a the first kernel
 * @param b the second kernel
 */
public record ComparisonInput(Path a, Path b) implements IEditorInput, IPersistableElement {
    static final String PATH_A = "a";
    static final String PATH_B = "b";

    @Override
    public boolean exists() {
        return Files.exists(a) && Files.exists(b);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("compare");
    }

    @Override
    public String getName() {
        return a.getFileName() + " – " + b.getFileName();
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return a + "\n" + b;
    }

    @Override
    public String getFactoryId() {
        return ComparisonInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(PATH_A, a.toString());
        memento.putString(PATH_B, b.toString());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return null;
    }
}
