package org.karlworkbench.ui.canvas;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * What all painted widgets have that can be gone through: they follow font, background and foreground of the control (and so
 * the theme's style sheet), show whether they have the focus, and are heard by a screen reader.
 */
abstract class PaintedCanvas extends Canvas {
    private final Brush brush;
    private final CanvasAccess access;
    private String emptyText = "Nothing to show";

    /**
     * Makes a widget in the colours of the system's lists.
     *
     * @param parent where it goes
     * @param style as for {@link Canvas}; double buffering is added
     * @param name what a screen reader calls it at first
     * @param help what its keys do
     */
    PaintedCanvas(Composite parent, int style, String name, String help) {
        super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        super.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        super.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        brush = new Brush(this);
        access = new CanvasAccess(this, name, help, this::description);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
    }

    /** Colours, font or size are others: nothing that was made for painting holds any more. */
    abstract void changed();

    /** Tells a screen reader what is selected, or what there is to select. */
    abstract String description();

    Brush brush() {
        return brush;
    }

    /** Lets a screen reader hear that something else is selected. */
    void selectionChanged() {
        access.selectionChanged();
    }

    String emptyText() {
        return emptyText;
    }

    /** Sets what is written when there is nothing to show. */
    public void setEmptyText(String text) {
        emptyText = Objects.requireNonNull(text, "text");
        redraw();
    }

    /** Sets what a screen reader calls it. */
    public void setAccessibleName(String name) {
        access.setName(Objects.requireNonNull(name, "name"));
    }

    /** Sets the colour of the selection; null for that of the system's lists. */
    public void setSelectionColour(Color colour) {
        brush.setSelectionColour(colour);
        changed();
    }

    @Override
    public void setBackground(Color colour) {
        super.setBackground(colour);
        changed();
    }

    @Override
    public void setForeground(Color colour) {
        super.setForeground(colour);
        changed();
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font);
        brush.forgetFont();
        changed();
    }
}
