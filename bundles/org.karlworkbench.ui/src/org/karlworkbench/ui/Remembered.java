package org.karlworkbench.ui;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** What dialogs and wizards remember of what was chosen last. */
public final class Remembered {
    private Remembered() {}

    /**
     * The settings of one dialog; kept when the workbench ends.
     *
     * @param name the dialog's name
     */
    public static IDialogSettings of(String name) {
        IDialogSettings all = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(Remembered.class))
                .getDialogSettings();
        return DialogSettings.getOrCreateSection(all, name);
    }
}
