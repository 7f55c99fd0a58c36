package org.karlworkbench.ui.run;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.layout.Finder;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.HistoryAction;
import org.karlworkbench.ui.kernel.KernelEditor;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.open.Opener;

/** A run of a kernel, the latest or an earlier one: how it is, what is left of its startup code page by page, and what can be done next. */
public final class RunView extends ViewPart {
    private static final int SECOND = 1_000;
    private static final String HINT =
            "Nothing was run yet. Select a kernel and choose Run Kernel: QEMU starts it, and its startup code is looked at.";

    private final Runnable refresh = this::refresh;
    private Stack stack;
    private RunPane pane;
    private KernelRun shown;
    private KernelRun latest;
    private ButtonAction terminate;
    private ButtonAction again;
    private ButtonAction console;
    private ButtonAction layout;
    private ButtonAction symbolize;

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "run.message");
        pane = new RunPane(stack.control(), this::open);
        tools(getViewSite().getActionBars().getToolBarManager());
        stack.say(HINT);
        KernelRuns.listen(refresh);
        refresh();
    }

    private void tools(IToolBarManager bar) {
        terminate = add(bar, "Terminate", "stop", () -> shown.terminate());
        again = add(
                bar, "Run Again", "run", () -> KernelRuns.start(getSite().getPage(), shown.kernel(), shown.settings()));
        console = add(bar, "Show Console", "console", () -> shown.console()
                .show(getSite().getPage()));
        layout = add(bar, "Open Layout", "kernel", () -> Opener.kernel(getSite().getPage(), shown.kernel()));
        symbolize = add(
                bar, "Symbolize the Panic", "symbolize", () -> shown.console().symbolizePanic());
        bar.add(new HistoryAction<>("Earlier Runs", KernelRuns::all, () -> shown, RunWords::line, this::show));
    }

    private void show(KernelRun run) {
        shown = run;
        refresh();
    }

    private static ButtonAction add(IToolBarManager bar, String title, String icon, Runnable action) {
        ButtonAction button = new ButtonAction(title, icon, action);
        bar.add(button);
        return button;
    }

    /** Goes to a page on the kernel's map. */
    private void open(long address) {
        KernelEditor.open(getSite().getPage(), shown.kernel(), read -> new Finder(read).at(address));
    }

    private void refresh() {
        if (latest != KernelRuns.latest()) {
            latest = KernelRuns.latest();
            shown = latest; // a new run comes to the front, whichever was looked at
        }
        boolean there = shown != null;
        boolean ended = there && shown.isEnded();
        terminate.setEnabled(there && !ended);
        again.setEnabled(ended);
        console.setEnabled(there && shown.console().isThere());
        layout.setEnabled(there);
        symbolize.setEnabled(ended && RunWords.panicked(shown) && Symbolizing.isThere());
        if (there) {
            pane.show(shown);
            stack.show(pane);
            tick();
        }
    }

    /** A machine that runs is older every second. */
    private void tick() {
        KernelRun run = shown;
        if (!run.isEnded()) {
            pane.getDisplay().timerExec(SECOND, () -> {
                if (!pane.isDisposed() && shown == run && !run.isEnded()) {
                    pane.showTime(run);
                    tick();
                }
            });
        }
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public void dispose() {
        KernelRuns.forget(refresh);
        super.dispose();
    }
}
