package org.karlworkbench.ui.noise;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.debug.noise.NoiseResult;
import org.karlworkbench.ui.ButtonAction;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Sentence;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.figures.Cards;
import org.karlworkbench.ui.figures.ResultHead;
import org.karlworkbench.ui.kernel.Maps;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;
import org.karlworkbench.ui.table.Shown;

/** What was measured of many relinks: a distribution instead of a number, and what in the layouts goes with it. */
final class NoiseView extends Composite {
    private static final int NUMBER = 110;

    private final Cards cards;
    private final Label words;
    private final PictureCanvas picture;
    private final ColumnTable features;
    private NoiseFile shown;

    /**
     * Makes the view.
     *
     * @param parent the composite around it
     * @param name the file's name
     * @param open goes to what a feature is about
     */
    NoiseView(Composite parent, String name, Consumer<NoiseResult.Feature> open) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        cards = ResultHead.in(
                this,
                Cards::new,
                "noise",
                new ButtonAction(
                        "Save Measurement...",
                        "export",
                        () -> NoiseExport.save(getShell(), name.replace(NoiseFile.ENDING, ""), shown)));
        words = Sentence.in(this, "noise.words");
        SashForm sash = Ids.mark(new SashForm(this, SWT.VERTICAL), "noise.sash");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        ScrolledComposite scrolled = new ScrolledComposite(sash, SWT.H_SCROLL | SWT.V_SCROLL);
        picture = Ids.mark(new PictureCanvas(scrolled), "noise.picture");
        picture.setAccessibleName(
                "How many relinks have which value; above them the box of the quartiles with the median");
        scrolled.setContent(picture);
        features = new ColumnTable(sash, "noise.features", "Features");
        features.onOpen(row -> open.accept(shown.features().get(row)));
        Theme.own(scrolled, () -> scrolled.setBackground(Theme.MAP_BACKGROUND.color()));
        Theme.own(picture, this::paint);
    }

    /** Shows a measurement. */
    void show(NoiseFile noise) {
        shown = noise;
        NoiseResult result = noise.result();
        figures(result);
        say(NoiseWords.sentence(result));
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
    }

    private void figures(NoiseResult result) {
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
    }

    /** Says something above the picture. */
    void say(String sentence) {
        words.setText(sentence);
        words.setToolTipText(shown.command() == null ? null : "Measured by " + Shown.line(shown.command()));
        layout(true, true);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void paint() {
        picture.setBackground(Theme.MAP_BACKGROUND.color());
        picture.setForeground(Theme.MAP_FOREGROUND.color());
        if (shown != null) {
            picture.setPicture(NoisePicture.of(shown.result(), Maps.style()));
            picture.setSize(picture.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        }
    }

    @Override
    public boolean setFocus() {
        return features.setFocus();
    }
}
