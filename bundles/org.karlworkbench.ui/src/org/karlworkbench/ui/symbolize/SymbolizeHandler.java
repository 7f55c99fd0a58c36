package org.karlworkbench.ui.symbolize;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.kits.KitFile;

/** Symbolizes the text or the file that is selected; where none is, a person puts a trace into the view. */
public final class SymbolizeHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ISelection selection = selection(event); // before the view is shown, which has none
        SymbolizeView view = view(event);
        take(view, selection);
        return null;
    }

    /** Only a menu tells that it is about the file that is selected; a key is pressed with whatever file was looked at. */
    private static ISelection selection(ExecutionEvent event) {
        ISelection ofMenu = HandlerUtil.getActiveMenuSelection(event);
        ISelection current = HandlerUtil.getCurrentSelection(event);
        return ofMenu == null && current instanceof ITextSelection ? current : ofMenu;
    }

    private static void take(SymbolizeView view, ISelection selection) {
        if (selection instanceof ITextSelection text && !text.getText().isBlank()) {
            view.take(text.getText());
        } else if (selection instanceof IStructuredSelection structured && structured.size() == 1) {
            IFile file = Adapters.adapt(structured.getFirstElement(), IFile.class);
            if (file != null && file.getLocation() != null) {
                view.take(KitFile.path(file));
            }
        }
    }

    private static SymbolizeView view(ExecutionEvent event) throws ExecutionException {
        try {
            return (SymbolizeView) HandlerUtil.getActiveWorkbenchWindowChecked(event)
                    .getActivePage()
                    .showView(Ids.SYMBOLIZE_VIEW);
        } catch (PartInitException e) {
            throw new ExecutionException("the view cannot be shown", e);
        }
    }
}
