package org.karlworkbench.ui.kit;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;

/** Connects Undo, Redo and Revert of the Edit and File menus with the kit editor that is active. */
public final class KitEditorContributor extends EditorActionBarContributor {
    @Override
    public void setActiveEditor(IEditorPart part) {
        if (part instanceof KitEditor editor) {
            IActionBars bars = getActionBars();
            bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), editor.undoAction());
            bars.setGlobalActionHandler(ActionFactory.REDO.getId(), editor.redoAction());
            bars.setGlobalActionHandler(ActionFactory.REVERT.getId(), editor.revertAction());
            bars.updateActionBars();
        }
    }
}
