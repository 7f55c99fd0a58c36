package org.karlworkbench.ui.compare;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.gadgets.GadgetComparison;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.figures.Room;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kernel.Reading;
import org.karlworkbench.ui.table.ColumnTable;

/** The gadgets of two kernels: looked for in the background, then a table of sequences and one of what came and went. */
final class GadgetPane extends Composite {
    private final StackLayout layout = new StackLayout();
    private final Composite page;
    private final Label sentence;
    private final Hyperlink link;
    private final SashForm tables;
    private final ColumnTable sequences;
    private final ColumnTable changes;
    private final Reading reading = new Reading(this);
    private final Consumer<Gadgets> found;
    private Comparison comparison;
    private boolean running;

    /**
     * Nothing is looked for yet.
     *
     * @param parent the composite around it
     * @param found told on the UI thread what is known of the gadgets
     */
    GadgetPane(Composite parent, Consumer<Gadgets> found) {
        super(parent, SWT.NONE);
        this.found = found;
        setLayout(layout);
        page = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(page);
        sentence = Ids.mark(new Label(page, SWT.WRAP), "comparison.gadgets.message");
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(sentence);
        link = Ids.mark(new Hyperlink(page, SWT.NONE), "comparison.gadgets.link");
        link.setText(""); // a hyperlink without a text cannot be laid out
        link.setUnderlined(true);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> clicked()));
        tables = Room.turning(new SashForm(this, SWT.HORIZONTAL), 110);
        sequences = table("Sequences", "comparison.sequences");
        changes = table("Born and lost, at the same place of their function", "comparison.changes");
        tables.setWeights(42, 58);
    }

    private ColumnTable table(String title, String id) {
        Composite column = new Composite(tables, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
        Label heading = new Label(column, SWT.NONE);
        heading.setText(title);
        GridDataFactory.fillDefaults().indent(6, 3).applyTo(heading);
        ColumnTable table = new ColumnTable(column, id, title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        return table;
    }

    /** Looks for the gadgets of two kernels, in a Job with a low priority that can be cancelled. */
    void look(Comparison kernels) {
        comparison = kernels;
        running = true;
        say("Looking for gadgets in both kernels…", "Cancel");
        reading.start(
                "Looking for Gadgets",
                progress -> search(kernels, progress),
                this::show,
                problem -> show(new Gadgets.Unknown(problem)));
    }

    private static Gadgets search(Comparison kernels, Progress progress) throws EngineException {
        try {
            return GadgetComparison.of(
                    kernels,
                    LayoutSource.kitOrNull(kernels.a(), progress),
                    LayoutSource.kitOrNull(kernels.b(), progress),
                    progress);
        } catch (CancellationException _) {
            return new Gadgets.Unknown("the search was cancelled");
        }
    }

    private void clicked() {
        if (running) {
            reading.stop();
            show(new Gadgets.Unknown("the search was cancelled"));
        } else {
            look(comparison);
        }
    }

    private void show(Gadgets gadgets) {
        running = false;
        switch (gadgets) {
            case Gadgets.Unknown unknown -> say("Gadgets are not known: " + unknown.reason(), "Look for Gadgets");
            case GadgetFigures figures -> {
                sequences.setModel(
                        GadgetColumns.classes(figures.classes()),
                        figures.classes().size());
                changes.setModel(
                        GadgetColumns.changes(figures.changes()),
                        figures.changes().size());
                top(tables);
            }
        }
        found.accept(gadgets);
    }

    private void say(String words, String next) {
        sentence.setText(words);
        link.setText(next);
        page.layout(true, true);
        top(page);
    }

    private void top(Composite shown) {
        layout.topControl = shown;
        layout(true, true);
    }
}
