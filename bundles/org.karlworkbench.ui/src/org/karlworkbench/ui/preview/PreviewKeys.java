package org.karlworkbench.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.karlworkbench.ui.Ids;

/**
 * The keys that move an object, as long as a preview has the focus. In the rest of the workbench the same keys go back and
 * forward, and the workbench would take them before the preview sees them.
 */
final class PreviewKeys {
    private final IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
    private final IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
    private final IntConsumer push;
    private final List<IHandlerActivation> active = new ArrayList<>();
    private IContextActivation context;

    private PreviewKeys(IntConsumer push) {
        this.push = push;
    }

    /**
     * Gives a control the keys.
     *
     * @param control the preview
     * @param push moves the selected object by a number of places
     */
    static void attachTo(Control control, IntConsumer push) {
        PreviewKeys keys = new PreviewKeys(push);
        control.addListener(SWT.FocusIn, _ -> keys.begin());
        control.addListener(SWT.FocusOut, _ -> keys.end());
        control.addListener(SWT.Dispose, _ -> keys.end());
    }

    private void begin() {
        end();
        context = contexts.activateContext(Ids.PREVIEW_CONTEXT);
        active.add(handlers.activateHandler(Ids.MOVE_EARLIER_COMMAND, handler(-1)));
        active.add(handlers.activateHandler(Ids.MOVE_LATER_COMMAND, handler(1)));
    }

    private void end() {
        if (context != null) {
            contexts.deactivateContext(context);
            handlers.deactivateHandlers(active);
            active.clear();
            context = null;
        }
    }

    private AbstractHandler handler(int places) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                push.accept(places);
                return null;
            }
        };
    }
}
