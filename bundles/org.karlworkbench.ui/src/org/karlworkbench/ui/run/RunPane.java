package org.karlworkbench.ui.run;

import java.util.function.LongConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.karlworkbench.machine.emulator.StartupState;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.figures.Cards;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.table.ColumnTable;

/** A run in words and figures, where a debugger finds it, and its startup pages as a table. */
final class RunPane extends Composite {
    private final Composite words;
    private final Label state;
    private final Cards cards;
    private final Label startup;
    private final Composite debugger;
    private final Text socket;
    private final ColumnTable pages;
    private StartupState shown;

    /**
     * Makes the pane.
     *
     * @param parent the composite around it
     * @param open goes to an address of the kernel
     */
    RunPane(Composite parent, LongConsumer open) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        SashForm sash = Room.turning(new SashForm(this, SWT.HORIZONTAL), 110);
        words = new Composite(sash, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(8, 6).spacing(5, 6).applyTo(words);
        state = label("run.state");
        state.setFont(JFaceResources.getBannerFont());
        cards = Ids.mark(new Cards(words), "run.figures");
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(cards);
        debugger = new Composite(words, SWT.NONE);
        socket = debugger();
        startup = label("run.startup");
        pages = new ColumnTable(sash, "run.pages", "Startup Pages");
        sash.setWeights(1, 1);
        pages.onOpen(row -> open.accept(PageColumns.address(shown, row)));
        fill(null);
    }

    private Label label(String id) {
        Label label = Ids.mark(new Label(words, SWT.WRAP), id);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Text debugger() {
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(debugger);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(debugger);
        new Label(debugger, SWT.NONE).setText("In gdb:");
        Text text =
                Spoken.name(Ids.mark(new Text(debugger, SWT.READ_ONLY | SWT.BORDER), "run.gdb"), "What to type in gdb");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        Button copy = Theme.plain(Ids.mark(new Button(debugger, SWT.PUSH), "run.copy"));
        copy.setText("Copy");
        copy.setImage(Images.of("copy"));
        copy.addListener(SWT.Selection, _ -> copy(text.getText()));
        return text;
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    /** Shows how a run is now. */
    void show(KernelRun run) {
        figures(run);
        showTime(run);
        startup.setText(RunWords.startup(run));
        boolean open = run.socket() != null;
        socket.setText(open ? "target remote " + run.socket() : "");
        debugger.setVisible(open);
        ((GridData) debugger.getLayoutData()).exclude = !open;
        fill(run.startup());
        layout(true, true);
    }

    /** Shows how long it has been running. */
    void showTime(KernelRun run) {
        String time = run.isEnded()
                ? ""
                : " (" + run.millis() / 1_000 + " of " + run.settings().seconds() + " s)";
        state.setText(RunWords.state(run) + time);
    }

    private void figures(KernelRun run) {
        cards.clear();
        boolean booted = run.result() != null ? run.result().booted() : run.startup() != null;
        String answer = booted ? "yes" : run.isEnded() ? "no" : "…";
        cards.card(
                "booted", answer, "booted", "Whether it said “" + run.settings().expect() + "”");
        if (run.result() != null) {
            cards.card("took", Formats.millis(run.millis()), "until then", "From QEMU's start to that moment");
        }
        StartupState found = run.startup();
        cards.card(
                "startup",
                RunWords.verified(found),
                "startup code",
                "Whether every page from kernel_text to endboot is gone, looked at from outside");
        if (found != null && found.pages() >= 0) {
            cards.card("pages", Formats.count(found.pages()), "startup pages", "Pages from kernel_text to endboot");
        }
    }

    private void fill(StartupState found) {
        if (found == null || !found.equals(shown)) {
            shown = found;
            pages.setModel(PageColumns.of(found), PageColumns.count(found));
        }
    }

    @Override
    public boolean setFocus() {
        return pages.setFocus();
    }
}
