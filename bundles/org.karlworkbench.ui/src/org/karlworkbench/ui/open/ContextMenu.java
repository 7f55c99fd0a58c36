package org.karlworkbench.ui.open;

import java.util.function.Consumer;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * The context menu of a part. It is empty here: plugin.xml fills every context menu by what is selected, so the same
 * item has the same menu everywhere.
 */
public final class ContextMenu {
    private ContextMenu() {}

    /**
     * Makes a menu and registers it with the workbench.
     *
     * @param site the part's site
     * @param id the menu's id
     * @param control in whose window it opens
     * @param selection what it is about
     * @return the menu, for other controls of the part
     */
    public static Menu of(IWorkbenchPartSite site, String id, Composite control, ISelectionProvider selection) {
        return of(site, id, control, selection, _ -> {});
    }

    /**
     * A menu with more above what every item's menu has.
     *
     * @param site the part's site
     * @param id the menu's id
     * @param control in whose window it opens
     * @param selection what it is about
     * @param more adds what can only be done there
     * @return the menu, for other controls of the part
     */
    public static Menu of(
            IWorkbenchPartSite site,
            String id,
            Composite control,
            ISelectionProvider selection,
            Consumer<IMenuManager> more) {
        return of(registry(site), id, control, selection, more);
    }

    /** What is done with an editor's file as a whole is no part of the menu of something in it. */
    private static Registry registry(IWorkbenchPartSite site) {
        return site instanceof IEditorSite editor
                ? (id, menu, selection) -> editor.registerContextMenu(id, menu, selection, false)
                : site::registerContextMenu;
    }

    /** Where a menu is made known to the workbench: a part's site, or that of a page in a view. */
    @FunctionalInterface
    public interface Registry {
        /**
         * Makes it known.
         *
         * @param id the menu's id
         * @param menu the menu
         * @param selection what it is about
         */
        void registerContextMenu(String id, MenuManager menu, ISelectionProvider selection);
    }

    /**
     * The menu of a page in a view, which has a site of another kind.
     *
     * @param registry where it is made known
     * @param id the menu's id
     * @param control in whose window it opens
     * @param selection what it is about
     * @param more adds what can only be done there
     * @return the menu
     */
    public static Menu of(
            Registry registry,
            String id,
            Composite control,
            ISelectionProvider selection,
            Consumer<IMenuManager> more) {
        MenuManager manager = new MenuManager("Context Menu", id);
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(more::accept);
        manager.addMenuListener(menu -> menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS)));
        Menu menu = manager.createContextMenu(control);
        registry.registerContextMenu(id, manager, selection);
        return menu;
    }
}
