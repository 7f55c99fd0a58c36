package org.karlworkbench.ui.figures;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.ScrolledForm;

/**
 * What stands beside each other where there is room, and below each other where there is not. Sizes are told in letters and lines of the
 * control's font, so that they fit larger fonts and zooms too.
 */
public final class Room {
    private Room() {}

    /**
     * Tells whether a control is narrow, at once and whenever that changes; what is done then is laid out anew.
     *
     * @param control the control
     * @param letters how wide it has to be, not to be narrow
     * @param change takes whether it is narrow
     */
    public static void follow(Control control, int letters, Consumer<Boolean> change) {
        boolean[] last = {false};
        change.accept(false);
        control.addListener(SWT.Resize, _ -> {
            boolean narrow = control.getSize().x < width(control, letters);
            if (narrow != last[0]) {
                last[0] = narrow;
                change.accept(narrow);
                control.requestLayout();
            }
        });
    }

    private static int width(Control control, int letters) {
        GC gc = new GC(control);
        double width = letters * gc.getFontMetrics().getAverageCharacterWidth();
        gc.dispose();
        return (int) width;
    }

    /** How high so many lines of a control's font are, in pixels. */
    public static int height(Control control, int lines) {
        GC gc = new GC(control);
        int height = lines * gc.getFontMetrics().getHeight();
        gc.dispose();
        return height;
    }

    /**
     * A line of controls that goes on in the next one where it is full.
     *
     * @param parent a composite with a grid layout
     * @return the line, to be filled
     */
    public static Composite line(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.marginLeft = 0;
        layout.marginRight = 0;
        layout.spacing = 5;
        line.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(line);
        return line;
    }

    /**
     * Has the parts of a sash below each other where it is narrow, and high enough for that.
     *
     * @param sash with parts beside each other
     * @param letters how wide it has to be for that
     * @return the sash
     */
    public static SashForm turning(SashForm sash, int letters) {
        sash.addListener(SWT.Resize, _ -> {
            Point size = sash.getSize();
            boolean below = size.x < width(sash, letters) && 2 * size.y > size.x;
            sash.setOrientation(below ? SWT.VERTICAL : SWT.HORIZONTAL);
        });
        return sash;
    }

    /**
     * Has the grid of a form one column where there is no room for its own number.
     *
     * @param form with a grid
     * @param letters how wide it has to be for all its columns
     */
    public static void columns(ScrolledForm form, int letters) {
        GridLayout layout = (GridLayout) form.getBody().getLayout();
        int usual = layout.numColumns;
        follow(form, letters, narrow -> {
            layout.numColumns = narrow ? 1 : usual;
            form.reflow(true);
        });
    }

    /**
     * Has all that a scrolled composite holds as large as there is room, and scrolls where it needs more.
     *
     * @param scrolled with its content
     * @param letters the least width of the content
     */
    public static void scroll(ScrolledComposite scrolled, int letters) {
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setMinWidth(width(scrolled, letters));
        scrolled.addListener(SWT.Resize, _ -> fit(scrolled));
    }

    /** Has a scrolled composite know that its content has another height. */
    public static void fit(ScrolledComposite scrolled) {
        int width = Math.max(scrolled.getMinWidth(), scrolled.getClientArea().width);
        scrolled.setMinHeight(scrolled.getContent().computeSize(width, SWT.DEFAULT).y);
    }
}
