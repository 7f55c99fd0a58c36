package org.karlworkbench.ui.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.compare.lab.LabPictures;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.kernel.Maps;

/** The pictures of a result below each other, in the theme's colours. */
final class LabPane extends ScrolledComposite {
    private static final int STEP = 40;
    private static final int MARGIN = 10;

    private final Map<PictureCanvas, Function<LabPictures, Picture>> pictures = new LinkedHashMap<>();
    private final Composite column;
    private LabResult result;
    private Function<LabPictures, Picture> guessing = LabPictures::guessing;

    LabPane(Composite parent) {
        super(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        column = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(MARGIN, 8).spacing(0, 4).applyTo(column);
        picture(
                "guessing",
                "How many functions have how many bits of min-entropy, the negative logarithm of the best guess's "
                        + "probability: the further right, the harder to guess",
                made -> guessing.apply(made));
        picture(
                "places",
                "How often the largest blocks of code lay where: stripes are places that a guess would take first",
                LabPictures::places);
        picture(
                "growth",
                "How the estimate of the spread grows with the draws: where it follows the cap, there are too few",
                LabPictures::growth);
        setContent(column);
        Theme.own(this, () -> {
            colour(this);
            colour(column);
            paint();
        });
        getVerticalBar().setIncrement(STEP);
        addListener(SWT.Resize, _ -> fit());
    }

    private void picture(String id, String words, Function<LabPictures, Picture> paint) {
        Label caption = new Label(column, SWT.WRAP);
        caption.setText(words);
        GridDataFactory place = GridDataFactory.swtDefaults();
        addListener(SWT.Resize, _ -> place.hint(seen(), SWT.DEFAULT).applyTo(caption));
        PictureCanvas canvas = Ids.mark(new PictureCanvas(column), "lab.picture." + id);
        canvas.setAccessibleName(words);
        GridDataFactory.swtDefaults().applyTo(canvas);
        Theme.own(caption, () -> colour(caption));
        Theme.own(canvas, () -> colour(canvas));
        pictures.put(canvas, paint);
    }

    /** How wide a line may be that is to be seen whole. */
    private int seen() {
        return Math.max(MARGIN, getClientArea().width - 2 * MARGIN);
    }

    private static void colour(Control control) {
        control.setBackground(Theme.MAP_BACKGROUND.color());
        control.setForeground(Theme.MAP_FOREGROUND.color());
    }

    /** Shows the pictures of a result. */
    void show(LabResult shown) {
        result = shown;
        guessing = LabPictures::guessing;
        paint();
    }

    /**
     * Shows the distribution of another result over that of this one.
     *
     * @param name what this one is called
     * @param other the other one
     * @param otherName what that is called
     */
    void showBeside(String name, LabResult other, String otherName) {
        guessing = made -> made.guessingBeside(name, other, otherName);
        paint();
    }

    private void paint() {
        if (result != null) {
            LabPictures made = new LabPictures(result, Maps.style());
            pictures.forEach((canvas, paint) -> canvas.setPicture(paint.apply(made)));
            fit();
        }
    }

    private void fit() {
        column.setSize(column.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }
}
