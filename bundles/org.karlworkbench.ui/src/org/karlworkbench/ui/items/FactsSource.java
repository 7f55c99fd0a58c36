package org.karlworkbench.ui.items;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.karlworkbench.ui.table.Shown;

/** Facts for the Properties view: to be read and copied, not changed. */
public final class FactsSource implements IPropertySource {
    private final Facts facts;

    /**
     * Shows facts.
     *
     * @param facts what is shown
     */
    public FactsSource(Facts facts) {
        this.facts = facts;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        var list = facts.list();
        IPropertyDescriptor[] descriptors = new IPropertyDescriptor[list.size()];
        for (int i = 0; i < descriptors.length; i++) {
            PropertyDescriptor descriptor =
                    new PropertyDescriptor(i, list.get(i).name());
            descriptor.setCategory(list.get(i).group());
            descriptor.setAlwaysIncompatible(true);
            descriptors[i] = descriptor;
        }
        return descriptors;
    }

    @Override
    public Object getPropertyValue(Object id) {
        return Shown.line(facts.list().get((Integer) id).value());
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return true;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // nothing here can be changed
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        throw new UnsupportedOperationException("properties are shown, not edited");
    }
}
