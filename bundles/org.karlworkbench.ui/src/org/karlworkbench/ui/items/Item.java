package org.karlworkbench.ui.items;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.views.properties.IPropertySource;

/**
 * Something that a person can select, wherever it is shown: the same item has the same picture, context menu and
 * properties in the navigator, in tables and on maps.
 */
public interface Item extends IAdaptable {
    /** The words by which people know it. */
    String label();

    /** The name of its picture, see {@link org.karlworkbench.ui.Images#of(String)}. */
    String icon();

    /** What the Properties view shows. */
    Facts facts();

    /** What Copy puts on the clipboard. */
    default String copyText() {
        return label();
    }

    @Override
    default <T> T getAdapter(Class<T> type) {
        return type == IPropertySource.class ? type.cast(new FactsSource(facts())) : null;
    }
}
