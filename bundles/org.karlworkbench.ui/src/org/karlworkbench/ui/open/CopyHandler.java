package org.karlworkbench.ui.open;

import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.handlers.HandlerUtil;
import org.karlworkbench.ui.items.Item;

/** Copies the selected items as text, one line each. */
public final class CopyHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        String text = Selected.items(event.getApplicationContext()).stream()
                .map(Item::copyText)
                .collect(Collectors.joining(System.lineSeparator()));
        if (!text.isEmpty()) {
            Clipboard clipboard =
                    new Clipboard(HandlerUtil.getActiveShell(event).getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
        return null;
    }
}
