package org.karlworkbench.ui;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
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

    /** A first window is no larger than this, in points. */
    private static final Point MOST = new Point(1920, 1200);

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
        configurer.setInitialSize(firstSize());
        configurer.setShowCoolBar(true);
        configurer.setShowMenuBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
        configurer.setTitle("KARL Workbench");
        GivenFiles.acceptDrops(configurer);
    }

    /** As much of the screen as maps and tables beside each other can use. */
    private static Point firstSize() {
        Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        return new Point(Math.min(screen.width, MOST.x), Math.min(screen.height, MOST.y));
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
