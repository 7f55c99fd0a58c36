package org.karlworkbench.ui.canvas;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.TextMeasure;

/** Shows a picture as it is, in its own size. */
public final class PictureCanvas extends Canvas {
    private static final Picture NONE = new Picture(1, 1, 0, List.of());

    private final Brush brush = new Brush(this);
    private final CanvasAccess access;
    private Picture picture = NONE;
    private Function<TextMeasure, Picture> maker;

    /**
     * Makes a canvas without a picture.
     *
     * @param parent the composite around it
     */
    public PictureCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        access = new CanvasAccess(this, "Picture", "", () -> "");
        addPaintListener(e -> brush.draw(e.gc, picture.shapes()));
    }

    /** Sets what a screen reader calls it, "Picture" at first. */
    public void setAccessibleName(String name) {
        access.setName(Objects.requireNonNull(name, "name"));
    }

    /** Shows a picture; its background is that of the canvas. */
    public void setPicture(Picture newPicture) {
        maker = null;
        take(newPicture);
    }

    /** Shows a picture that goes with the font: it is made now, and anew whenever the canvas gets another font. */
    public void setPicture(Function<TextMeasure, Picture> newMaker) {
        maker = Objects.requireNonNull(newMaker, "maker");
        take(maker.apply(new GcMeasure(this, getFont())));
    }

    private void take(Picture newPicture) {
        checkWidget();
        picture = Objects.requireNonNull(newPicture, "picture");
        redraw();
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font);
        if (maker != null) {
            setPicture(maker);
        }
    }

    /** What is shown. */
    public Picture picture() {
        return picture;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(picture.width(), picture.height());
    }
}
