package org.karlworkbench.ui.kit;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.jface.action.Action;

/** Undo or redo in a kit editor: says what it would undo, and is only there to be pressed when there is something. */
final class StackAction extends Action {
    private final CommandStack stack;
    private final boolean undo;

    StackAction(CommandStack stack, boolean undo) {
        this.stack = stack;
        this.undo = undo;
        stack.addCommandStackListener(_ -> update());
        update();
    }

    private void update() {
        setEnabled(undo ? stack.canUndo() : stack.canRedo());
        Command command = undo ? stack.getUndoCommand() : stack.getRedoCommand();
        String verb = undo ? "&Undo" : "&Redo";
        setText(command == null || command.getLabel() == null ? verb : verb + " " + command.getLabel());
    }

    @Override
    public void run() {
        if (undo && stack.canUndo()) {
            stack.undo();
        } else if (!undo && stack.canRedo()) {
            stack.redo();
        }
    }
}
