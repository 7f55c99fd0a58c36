package org.karlworkbench.ui.open;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.actions.ActionFactory;

/** An editor in which Navigate > Next and Previous go from one thing to the next. */
public interface Stepping {
    /**
     * Goes on.
     *
     * @param by 1 for the next one, -1 for the one before
     */
    void step(int by);

    /**
     * Lets menu and keys reach the editor that is in front; editors of one kind share these actions.
     *
     * @param site of such an editor
     */
    static void attachTo(IEditorSite site) {
        site.getActionBars().setGlobalActionHandler(ActionFactory.NEXT.getId(), action(site, 1));
        site.getActionBars().setGlobalActionHandler(ActionFactory.PREVIOUS.getId(), action(site, -1));
    }

    private static IAction action(IEditorSite site, int by) {
        return new Action() {
            @Override
            public void run() {
                if (site.getPage().getActiveEditor() instanceof Stepping editor) {
                    editor.step(by);
                }
            }
        };
    }
}
