package org.karlworkbench.ui.compare;

import java.nio.file.Path;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes a comparison's input again after a restart. */
public final class ComparisonInputFactory implements IElementFactory {
    static final String ID = "org.karlworkbench.ui.comparisonInput";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String a = memento.getString(ComparisonInput.PATH_A);
        String b = memento.getString(ComparisonInput.PATH_B);
        return a == null || b == null ? null : new ComparisonInput(Path.of(a), Path.of(b));
    }
}
