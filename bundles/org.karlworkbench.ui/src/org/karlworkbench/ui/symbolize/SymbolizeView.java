package org.karlworkbench.ui.symbolize;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Sentence;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.kernel.Stack;

/**
 * Tells from which relink a panic or a trace comes, and what it names there. A trace is pasted, dropped or opened; a second one
 * is told to be of the same crash or not. The search runs in a Job, which can be cancelled.
 */
public final class SymbolizeView extends ViewPart {
    private static final String HINT =
            "Paste a panic, a ddb trace or a dmesg above, or drop a file there, and press Symbolize.";

    private TraceField trace;
    private TraceField second;
    private CTabFolder traces;
    private SearchChoice choice;
    private Button run;
    private CrashChoice crash;
    private Stack stack;
    private Composite page;
    private Label verdict;
    private Label remarks;
    private SymbolizeTables tables;
    private Reading reading;
    private PlaceOpener opener;
    private SymbolizeAnswer shown;
    private ButtonAction stop;

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        SashForm sash = Ids.mark(new SashForm(parent, SWT.VERTICAL), "symbolize.sash");
        input(sash);
        stack = new Stack(sash, "symbolize.message");
        reading = new Reading(stack.control());
        opener = new PlaceOpener(getSite().getPage(), new Reading(stack.control()), stack::fail);
        answer(stack.control());
        sash.setWeights(35, 65);
        tools(getViewSite().getActionBars().getToolBarManager());
        stack.say(HINT);
    }

    private void input(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .margins(4, 4)
                .spacing(4, 4)
                .numColumns(3)
                .applyTo(area);
        traces = Ids.mark(new CTabFolder(area, SWT.TOP | SWT.FLAT), "symbolize.traces");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(traces);
        trace = tab("Trace", new TraceField(traces, "symbolize.trace", "Trace", this::symbolize));
        second = tab("Second Trace", new TraceField(traces, "symbolize.second", "Second trace", this::symbolize));
        traces.setSelection(0);
        new Label(area, SWT.NONE).setText("Search:");
        choice = new SearchChoice(area, getSite().getPage());
        run = Theme.plain(Ids.mark(new Button(area, SWT.PUSH), "symbolize.run"));
        run.setText("Symbolize");
        run.addListener(SWT.Selection, _ -> symbolize());
        crash = new CrashChoice(area, 3, this::symbolize);
    }

    private TraceField tab(String title, TraceField field) {
        CTabItem item = new CTabItem(traces, SWT.NONE);
        item.setText(title);
        item.setControl(field);
        return field;
    }

    private void answer(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        verdict = Sentence.in(page, "symbolize.verdict");
        remarks = Sentence.in(page, "symbolize.remarks");
        tables = new SymbolizeTables(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tables.control());
    }

    private void tools(IToolBarManager bar) {
        bar.add(new ButtonAction("Open Trace...", "open", this::open));
        stop = new ButtonAction("Stop Searching", "stop", this::stop);
        stop.setEnabled(false);
        bar.add(stop);
        bar.add(new ButtonAction("Clear Traces", "cleanup", this::clear));
    }

    private void open() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText("Open Trace");
        String chosen = dialog.open();
        if (chosen != null) {
            take(Path.of(chosen));
        }
    }

    private void stop() {
        end();
        stack.say("Stopped. " + HINT);
    }

    /** Nothing is searched for any more, and nothing is shown. */
    private void end() {
        reading.stop();
        stop.setEnabled(false);
        shown = null;
    }

    private void clear() {
        trace.clear();
        second.clear();
        traces.setSelection(0);
        end();
        crash.show(null);
        stack.say(HINT);
        trace.setFocus();
    }

    /**
     * Symbolizes a text.
     *
     * @param text a trace
     */
    void take(String text) {
        traces.setSelection(0);
        trace.take(text);
    }

    /** Symbolizes a file, which goes into the field that is in front. */
    void take(Path file) {
        field().take(file, stack::fail);
    }

    private TraceField field() {
        return traces.getSelectionIndex() == 1 ? second : trace;
    }

    private void symbolize() {
        symbolize(TraceReader.LAST);
    }

    private void symbolize(int number) {
        TraceSource first = trace.source();
        TraceSource other = second.source();
        SearchPlace place = choice.chosen();
        end();
        if (first.isEmpty()) {
            stack.say(HINT);
            return;
        }
        stack.say("Searching " + place.title() + "…");
        stop.setEnabled(true);
        reading.start(
                "Symbolizing a Trace",
                progress -> SymbolizeAnswer.of(place, first, number, other, progress),
                this::show,
                problem -> {
                    end();
                    stack.fail(problem);
                });
    }

    /** What the trace means that is shown; empty where none is, or it is still searched for. */
    public Optional<Symbolized> told() {
        return Optional.ofNullable(shown).map(SymbolizeAnswer::symbolized);
    }

    private void show(SymbolizeAnswer answer) {
        stop.setEnabled(false);
        shown = answer;
        crash.show(answer.symbolized().crash());
        verdict.setText(SymbolizeWords.verdict(answer));
        Sentence.say(remarks, SymbolizeWords.remarks(answer));
        tables.show(answer.symbolized(), (frame, relink) -> opener.open(answer.place(), frame, relink), opener::open);
        page.layout(true, true);
        stack.show(page);
    }

    @Override
    public void setFocus() {
        field().setFocus();
    }
}
