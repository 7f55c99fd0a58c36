package org.karlworkbench.ui.canvas;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A bar with two thumbs, the bounds of a range, and a mark for a value that was drawn from it.
 *
 * <p>Mouse: a thumb can be dragged; a click moves the nearer thumb there. Keys: Left and Right move the thumb that has the
 * focus by a step, with Ctrl by one; Up and Down give it to the upper or lower bound; Home and End go to the ends.
 *
 * <p>It is painted in its foreground and background and, for the range itself, the colour of {@link #setRangeColour}.
 */
public final class RangeBar extends Canvas {
    private static final int THUMB = 4; // half the width of a thumb
    private static final int STEPS = 64;

    private final List<RangeListener> listeners = new CopyOnWriteArrayList<>();
    private long most = 1;
    private long low;
    private long high = 1;
    private long mark = -1;
    private boolean upper = true;
    private boolean dragging;
    private Color rangeColour;

    /**
     * Makes a bar.
     *
     * @param parent where it goes
     */
    public RangeBar(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        rangeColour = getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        RangeAccess.attachTo(this);
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.MouseDown, e -> {
            if (e.button == 1 && isEnabled()) {
                forceFocus();
                press(e.x);
            }
        });
        addListener(SWT.MouseMove, e -> {
            if (dragging) {
                moveTo(valueAt(e.x), false);
            }
        });
        addListener(SWT.MouseUp, e -> {
            if (dragging) {
                dragging = false;
                moveTo(valueAt(e.x), true);
            }
        });
        addListener(SWT.KeyDown, e -> e.doit = !key(e.keyCode, (e.stateMask & SWT.MOD1) != 0));
        addListener(
                SWT.Traverse,
                e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
    }

    /**
     * Shows a range, without telling the listeners.
     *
     * @param newLow the lower bound, 0 or more
     * @param newHigh the upper bound, at least {@code newLow}
     * @param newMost where the bar ends, at least 1; a range beyond that is shown up to there
     */
    public void show(long newLow, long newHigh, long newMost) {
        checkWidget();
        low = Math.max(0, newLow);
        high = Math.max(low, newHigh);
        most = dragging ? most : Math.max(1, newMost);
        redraw();
    }

    /** Marks a value, or nothing with -1. */
    public void setMark(long value) {
        checkWidget();
        if (mark != value) {
            mark = value;
            redraw();
        }
    }

    /** Sets the colour of the range. */
    public void setRangeColour(Color colour) {
        rangeColour = Objects.requireNonNull(colour, "colour");
        redraw();
    }

    /** Adds someone who hears what the user does. */
    public void addRangeListener(RangeListener listener) {
        listeners.add(listener);
    }

    /** Returns the lower bound. */
    public long low() {
        return low;
    }

    /** Returns the upper bound. */
    public long high() {
        return high;
    }

    /** Returns the value that is marked, or -1. */
    public long mark() {
        return mark;
    }

    /** Returns where a value lies, in pixels from the left edge. */
    public int xOf(long value) {
        int width = Math.max(1, getClientArea().width - 2 * THUMB);
        return THUMB + (int) Math.round(Math.min(1, (double) value / most) * (width - 1));
    }

    /** Whether the keys move the upper bound. */
    boolean isUpper() {
        return upper;
    }

    private long valueAt(int x) {
        int width = Math.max(2, getClientArea().width - 2 * THUMB);
        return Math.round(Math.clamp((x - THUMB) / (double) (width - 1), 0, 1) * most);
    }

    private void press(int x) {
        int toLow = Math.abs(x - xOf(low));
        int toHigh = Math.abs(x - xOf(high));
        upper = toHigh < toLow || toHigh == toLow && x >= xOf(high);
        dragging = true;
        if (Math.min(toLow, toHigh) > THUMB) {
            moveTo(valueAt(x), false);
        }
    }

    /** Moves the thumb in hand; it takes the other along rather than passing it. */
    private void moveTo(long value, boolean settled) {
        long newLow = upper ? Math.min(low, value) : value;
        long newHigh = upper ? value : Math.max(high, value);
        if (newLow != low || newHigh != high || settled) {
            low = newLow;
            high = newHigh;
            redraw();
            listeners.forEach(listener -> listener.changed(low, high, settled));
        }
    }

    private boolean key(int code, boolean fine) {
        long step = fine ? 1 : Math.max(1, most / STEPS);
        long at = upper ? high : low;
        switch (code) {
            case SWT.ARROW_LEFT -> moveTo(Math.max(0, at - step), true);
            case SWT.ARROW_RIGHT -> moveTo(Math.min(most, at + step), true);
            case SWT.HOME -> moveTo(0, true);
            case SWT.END -> moveTo(most, true);
            case SWT.ARROW_UP, SWT.ARROW_DOWN -> {
                upper = code == SWT.ARROW_UP;
                redraw();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(wHint == SWT.DEFAULT ? 160 : wHint, hHint == SWT.DEFAULT ? 22 : hHint);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        int middle = area.height / 2;
        gc.setAlpha(isEnabled() ? 70 : 35);
        gc.setBackground(getForeground());
        gc.fillRectangle(THUMB, middle - 2, area.width - 2 * THUMB, 4);
        gc.setAlpha(isEnabled() ? 255 : 90);
        gc.setBackground(rangeColour);
        gc.fillRectangle(xOf(low), middle - 3, Math.max(1, xOf(high) - xOf(low)), 6);
        if (mark >= 0) {
            gc.setBackground(getForeground());
            gc.fillRectangle(xOf(mark) - 1, middle - 7, 2, 14);
        }
        thumb(gc, xOf(low), middle, !upper);
        thumb(gc, xOf(high), middle, upper);
        gc.setAlpha(255);
    }

    private void thumb(GC gc, int x, int middle, boolean inHand) {
        gc.setBackground(rangeColour);
        gc.fillRoundRectangle(x - THUMB, middle - 8, 2 * THUMB, 16, 4, 4);
        gc.setForeground(isFocusControl() && inHand ? getForeground() : rangeColour);
        gc.drawRoundRectangle(x - THUMB, middle - 8, 2 * THUMB - 1, 15, 4, 4);
    }
}
