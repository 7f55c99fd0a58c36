package org.karlworkbench.ui;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** A page of a wizard whose button Help tells what F1 tells on the page, which the platform's own does not. */
public abstract class HelpfulPage extends WizardPage {
    /**
     * A page that is not made yet.
     *
     * @param name of the page in its wizard
     * @param title what stands above it
     */
    protected HelpfulPage(String name, String title) {
        super(name, title, null);
    }

    @Override
    public final void performHelp() {
        getControl().notifyListeners(SWT.Help, new Event());
    }
}
