package org.karlworkbench.ui.noise;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Sentence;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.figures.Cards;
import org.karlworkbench.ui.kernel.Stack;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/** Shows what was measured of many relinks: a distribution instead of a number, and what in the layouts goes with it. */
public final class NoiseView extends ViewPart {
    private static final String HINT =
            "Select a kit and choose Kit > Measure Layout Noise to measure many relinks of it by a command of yours.";
    private static final int NUMBER = 110;

    private Stack stack;
    private Composite page;
    private Cards cards;
    private Label words;
    private PictureCanvas picture;
    private ScrolledComposite scrolled;
    private ColumnTable features;
    private NoiseJob job;
    private NoiseResult shown;

    @Override
    public void createPartControl(Composite parent) {
        ContextHelp.on(parent, getSite());
        stack = new Stack(parent, "noise.message");
        page = new Composite(stack.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        cards = Ids.mark(new Cards(page), "noise.figures");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(cards);
        words = Sentence.in(page, "noise.words");
        SashForm sash = Ids.mark(new SashForm(page, SWT.VERTICAL), "noise.sash");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        scrolled = new ScrolledComposite(sash, SWT.H_SCROLL | SWT.V_SCROLL);
        picture = Ids.mark(new PictureCanvas(scrolled), "noise.picture");
        picture.setAccessibleName("How many relinks have which value");
        scrolled.setContent(picture);
        features = new ColumnTable(sash, "noise.features", "Features");
        Theme.own(scrolled, () -> scrolled.setBackground(Theme.MAP_BACKGROUND.color()));
        Theme.own(picture, this::paint);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(new ButtonAction("Stop Measuring", "stop", this::stop));
        bar.add(new ButtonAction("Save Measurement...", "export", this::save));
        stack.say(HINT);
    }

    /**
     * Measures, and shows what comes of it.
     *
     * @param started the Job, which has not begun
     */
    void start(NoiseJob started) {
        stop();
        job = started;
        stack.say(started.getName() + " by " + Shown.line(started.command()) + "…");
        job.onDone((result, problem) -> {
            if (!page.isDisposed()) {
                page.getDisplay().asyncExec(() -> done(started, result, problem));
            }
        });
        job.schedule();
    }

    private void done(NoiseJob of, NoiseResult result, String problem) {
        if (page.isDisposed() || of != job) {
            return; // something else is measured by now
        }
        if (result == null) {
            stack.fail(problem);
        } else {
            show(result);
        }
    }

    private void show(NoiseResult result) {
        shown = result;
        cards.clear();
        cards.card(
                "noise.median",
                NoiseWords.value(result.median(), result.timed()),
                "median",
                "Half of the relinks are below");
        cards.card(
                "noise.spread",
                NoiseWords.value(result.spread(), result.timed()),
                "spread",
                "The distance of the quartiles, between which half of the relinks lie");
        cards.card(
                "noise.measured",
                Formats.count(result.measured()) + " of "
                        + Formats.count(result.values().size()),
                "relinks measured",
                "The others failed or did not end in time");
        cards.layout(true);
        words.setText(NoiseWords.sentence(result));
        List<NoiseResult.Feature> rows = result.features();
        features.setModel(
                List.of(
                        Column.text(
                                "Feature", 0, row -> Shown.line(rows.get(row).name())),
                        Column.decimal(
                                "Correlation", NUMBER, row -> rows.get(row).correlation(), NoiseView::decimal),
                        Column.decimal("By Chance", NUMBER, row -> rows.get(row).p(), NoiseView::decimal)),
                rows.size());
        paint();
        page.layout(true, true);
        stack.show(page);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void paint() {
        picture.setBackground(Theme.MAP_BACKGROUND.color());
        picture.setForeground(Theme.MAP_FOREGROUND.color());
        if (shown != null) {
            picture.setPicture(NoisePicture.of(
                    shown, MapStyle.of(Theme.MAP_BACKGROUND.rgb(), Theme.MAP_FOREGROUND.rgb(), Theme.SELECTION.rgb())));
            picture.setSize(picture.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        }
    }

    private void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    private void save() {
        if (shown != null) {
            NoiseFiles.save(page.getShell(), "noise-" + job.kitName(), shown);
        }
    }

    @Override
    public void setFocus() {
        stack.setFocus();
    }

    @Override
    public void dispose() {
        stop();
        super.dispose();
    }
}
