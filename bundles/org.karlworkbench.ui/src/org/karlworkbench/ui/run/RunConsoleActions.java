package org.karlworkbench.ui.run;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsolePageParticipant;
import org.eclipse.ui.part.IPageBookViewPage;
import org.karlworkbench.ui.ButtonAction;

/** What the Console view offers for a kernel's console: end it, take it away. */
public final class RunConsoleActions implements IConsolePageParticipant {
    private final Runnable enable = this::enable;
    private RunConsole console;
    private ButtonAction terminate;
    private ButtonAction remove;

    @Override
    public void init(IPageBookViewPage page, IConsole of) {
        console = (RunConsole) of;
        terminate = new ButtonAction("Terminate", "stop", console.run()::terminate);
        remove = new ButtonAction("Remove Terminated Run", "delete", console::remove);
        IToolBarManager bar = page.getSite().getActionBars().getToolBarManager();
        bar.appendToGroup(IConsoleConstants.LAUNCH_GROUP, terminate);
        bar.appendToGroup(IConsoleConstants.LAUNCH_GROUP, remove);
        KernelRuns.listen(enable);
        enable();
    }

    private void enable() {
        terminate.setEnabled(!console.run().isEnded());
        remove.setEnabled(console.run().isEnded());
    }

    @Override
    public void dispose() {
        KernelRuns.forget(enable);
    }

    @Override
    public void activated() {
        // the same actions whether or not it has the focus
    }

    @Override
    public void deactivated() {
        // as above
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return null;
    }
}
