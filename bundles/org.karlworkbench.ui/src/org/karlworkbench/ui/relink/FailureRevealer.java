package org.karlworkbench.ui.relink;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsoleView;
import org.eclipse.ui.console.TextConsolePage;
import org.eclipse.ui.part.PageBookView;
import org.karlworkbench.ui.Problems;

/**
 * Brings a failure before a person's eyes as soon as its line stands in the console, which is some time after it was
 * printed.
 */
final class FailureRevealer implements IDocumentListener {
    private static final Pattern FAILURE = Pattern.compile("^(Relinking|Replaying) .* failed: ", Pattern.MULTILINE);

    /** A view that was not open before has made the console's page after this many milliseconds. */
    private static final int MADE = 200;

    private final IConsole console;

    FailureRevealer(IConsole console) {
        this.console = console;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // what counts is the text when it is there
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        Matcher failure = FAILURE.matcher(event.getText());
        if (failure.find()) {
            int offset = event.getOffset() + failure.start();
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> reveal(offset));
        }
    }

    private void reveal(int offset) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            if (window.getActivePage() != null) {
                reveal(window.getActivePage(), offset);
            }
        }
    }

    private void reveal(IWorkbenchPage page, int offset) {
        try {
            if (page.showView(IConsoleConstants.ID_CONSOLE_VIEW, null, IWorkbenchPage.VIEW_VISIBLE)
                    instanceof PageBookView view) {
                view.getSite().getShell().getDisplay().timerExec(MADE, () -> reveal(view, offset));
            }
        } catch (PartInitException e) {
            Problems.log(e);
        }
    }

    private void reveal(PageBookView view, int offset) {
        if (view instanceof IConsoleView consoles) {
            consoles.display(console);
            consoles.setWordWrap(true); // a reason must be read to its end without scrolling sideways
        }
        if (view.getCurrentPage() instanceof TextConsolePage page) {
            StyledText text = page.getViewer().getTextWidget();
            text.setTopIndex(text.getLineAtOffset(Math.min(offset, text.getCharCount())));
        }
    }
}
