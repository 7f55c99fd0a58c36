package org.karlworkbench.ui.run;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.karlworkbench.ui.Problems;

/** Hands text on to the command that finds symbols for its addresses. */
final class Symbolizing {
    private static final String COMMAND = "org.karlworkbench.ui.symbolize";

    private Symbolizing() {}

    private static Command command() {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(COMMAND);
    }

    /** Whether the workbench has the command. */
    static boolean isThere() {
        return command().isDefined();
    }

    /**
     * Runs it as if a text was selected and it was chosen from the menu; on the UI thread.
     *
     * @param document the whole text
     * @param from where the selection begins; it goes to the end
     */
    static void of(IDocument document, int from) {
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        IEvaluationContext context = handlers.createContextSnapshot(false);
        context.addVariable(
                ISources.ACTIVE_MENU_SELECTION_NAME, new TextSelection(document, from, document.getLength() - from));
        try {
            handlers.executeCommandInContext(new ParameterizedCommand(command(), null), null, context);
        } catch (CommandException e) {
            Problems.log(e);
        }
    }
}
