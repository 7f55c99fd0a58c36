package org.karlworkbench.ui;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.karlworkbench.ui.start.GivenFiles;

/** One window of the workbench: its size, title and bars. */
final class KarlWindowAdvisor extends WorkbenchWindowAdvisor {
    /** Menus and buttons of the platform for editing programs, which mean nothing here. */
    private static final List<String> UNUSED = List.of(
            "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.navigation",
            "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
            "org.eclipse.ui.externaltools.ExternalToolsSet",
            "org.eclipse.search.searchActionSet");

    KarlWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new KarlActionBars(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(new Point(1400, 900));
        configurer.setShowCoolBar(true);
        configurer.setShowMenuBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
        configurer.setTitle("KARL Workbench");
        GivenFiles.acceptDrops(configurer);
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        Ids.mark(window.getShell(), "workbench");
        window.getShell()
                .setData(
                        Ids.STATUS_LINE,
                        getWindowConfigurer().getActionBarConfigurer().getStatusLineManager());
        IWorkbenchPage page = window.getActivePage();
        if (page != null) {
            UNUSED.forEach(page::hideActionSet);
        }
    }
}
