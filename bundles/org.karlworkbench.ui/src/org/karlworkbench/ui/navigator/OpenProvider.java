package org.karlworkbench.ui.navigator;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.eclipse.ui.navigator.ICommonActionExtensionSite;
import org.eclipse.ui.navigator.ICommonViewerWorkbenchSite;
import org.karlworkbench.ui.items.Item;
import org.karlworkbench.ui.items.KitGroup;
import org.karlworkbench.ui.items.NoteItem;
import org.karlworkbench.ui.items.RoleGroup;
import org.karlworkbench.ui.open.Opener;

/** Opens what is double-clicked in Project Explorer in its editor. */
public final class OpenProvider extends CommonActionProvider {
    private Action open;

    @Override
    public void init(ICommonActionExtensionSite site) {
        super.init(site);
        if (site.getViewSite() instanceof ICommonViewerWorkbenchSite view) {
            IWorkbenchPage page = view.getPage();
            open = new Action("Open") {
                @Override
                public void run() {
                    selected().forEach(item -> Opener.open(page, item));
                }
            };
        }
    }

    private java.util.List<Item> selected() {
        if (getContext().getSelection() instanceof IStructuredSelection selection) {
            return selection.stream()
                    .filter(Item.class::isInstance)
                    .map(Item.class::cast)
                    .filter(OpenProvider::isDocument)
                    .toList();
        }
        return java.util.List.of();
    }

    /** A group has no editor of its own: a double click opens it in the tree. */
    private static boolean isDocument(Item item) {
        return !(item instanceof KitGroup || item instanceof RoleGroup || item instanceof NoteItem);
    }

    @Override
    public void fillActionBars(IActionBars bars) {
        if (open != null && !selected().isEmpty()) {
            bars.setGlobalActionHandler(ICommonActionConstants.OPEN, open);
        }
    }
}
