package org.karlworkbench.ui;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;

/** What F1 tells: contexts.xml of the bundle org.karlworkbench.help has words and pages for each name used here. */
public final class ContextHelp {
    private ContextHelp() {}

    /**
     * Has F1 in a control, and in all that it holds, tell something.
     *
     * @param control the control
     * @param name the name of the context
     */
    public static void on(Control control, String name) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, "org.karlworkbench.ui." + name);
    }

    /**
     * Has F1 in a view or an editor tell about it. The context has the name of the part.
     *
     * @param control what holds the part's controls
     * @param site of the part
     */
    public static void on(Control control, IWorkbenchPartSite site) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, site.getId());
    }
}
