package org.karlworkbench.ui.relink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
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
    /** A view that was not open before makes the console's page in its own time; asked every so many milliseconds. */
    private static final int POLL = 50;

    private static final int POLLS = 200;

    private final IConsole console;
    private final Map<String, Runnable> expected = new ConcurrentHashMap<>();

    FailureRevealer(IConsole console) {
        this.console = console;
    }

    /** Waits for a line that is about to be printed; when it is on screen, it is told so on the UI thread. */
    void expect(String line, Runnable shown) {
        expected.put(line, shown);
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // what counts is the text when it is there
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        for (String line : expected.keySet()) {
            Runnable shown = event.getText().contains(line) ? expected.remove(line) : null;
            if (shown != null) {
                PlatformUI.getWorkbench().getDisplay().asyncExec(() -> reveal(line, shown));
            }
        }
    }

    private void reveal(String line, Runnable shown) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            if (window.getActivePage() != null) {
                reveal(window.getActivePage(), line, shown);
            }
        }
    }

    private void reveal(IWorkbenchPage page, String line, Runnable shown) {
        try {
            if (page.showView(IConsoleConstants.ID_CONSOLE_VIEW, null, IWorkbenchPage.VIEW_VISIBLE)
                    instanceof PageBookView view) {
                reveal(view, line, shown, POLLS, false);
            }
        } catch (PartInitException e) {
            Problems.log(e);
        }
    }

    /** Scrolls until the line is seen twice in a row: when lines are wrapped later, it moves on once more. */
    private void reveal(PageBookView view, String line, Runnable shown, int polls, boolean seen) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        boolean visible = scroll(view, line);
        if (visible && seen || polls == 0) {
            display.asyncExec(shown);
        } else {
            display.timerExec(POLL, () -> reveal(view, line, shown, polls - 1, visible));
        }
    }

    /** Whether the console's page is there and shows the line; if it has it, it is scrolled there. */
    private boolean scroll(PageBookView view, String line) {
        if (view instanceof IConsoleView consoles) {
            consoles.display(console);
            consoles.setWordWrap(true); // a reason must be read to its end without scrolling sideways
        }
        if (view.getCurrentPage() instanceof TextConsolePage page && page.getViewer() != null) {
            StyledText text = page.getViewer().getTextWidget();
            int offset = text == null || text.isDisposed() ? -1 : text.getText().lastIndexOf(line);
            if (offset >= 0) {
                boolean visible = shows(text, offset);
                if (!visible) {
                    text.setTopIndex(text.getLineAtOffset(offset));
                }
                return visible;
            }
        }
        return false;
    }

    private static boolean shows(StyledText text, int offset) {
        int y = text.getLocationAtOffset(offset).y;
        return y >= 0 && y + text.getLineHeight() <= text.getClientArea().height;
    }
}
