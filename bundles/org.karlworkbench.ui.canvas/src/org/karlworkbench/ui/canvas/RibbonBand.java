package org.karlworkbench.ui.canvas;

import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.karlworkbench.picture.Ribbons;

/**
 * A band between two maps, with ribbons that lead from the places of things in the upper one to their places in the lower
 * one. It follows both windows. The pointer lights a ribbon, a click tells of it; for the keyboard the maps have all that.
 */
public final class RibbonBand extends Canvas {
    private final AddressMap upper;
    private final AddressMap lower;
    private final ShapeDrawer drawer = new ShapeDrawer();
    private Ribbons ribbons = Ribbons.NONE;
    private IntFunction<String> words = _ -> "";
    private IntConsumer selected = _ -> {};
    private int lit = -1;
    private int chosen = -1;

    /**
     * Makes a band without ribbons.
     *
     * @param parent where it goes, below one map and above the other
     * @param upper the upper map
     * @param lower the lower map
     */
    public RibbonBand(Composite parent, AddressMap upper, AddressMap lower) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_FOCUS);
        this.upper = upper;
        this.lower = lower;
        upper.addViewportListener(_ -> repaint());
        lower.addViewportListener(_ -> repaint());
        addPaintListener(e -> paint(e.gc));
        addListener(SWT.MouseMove, this::pointed);
        addListener(SWT.MouseExit, _ -> light(-1));
        addListener(SWT.MouseDown, this::clicked);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = "Ribbons between the same objects of both maps";
            }
        });
    }

    /** Shows other ribbons; none is lit then. */
    public void setRibbons(Ribbons newRibbons) {
        ribbons = Objects.requireNonNull(newRibbons, "ribbons");
        lit = -1;
        chosen = -1;
        repaint();
    }

    /** Shows the ribbons of the same things to other places; those that stand out still do. */
    public void follow(Ribbons moved) {
        ribbons = Objects.requireNonNull(moved, "moved");
        repaint();
    }

    /** Returns what is shown. */
    public Ribbons ribbons() {
        return ribbons;
    }

    /** Sets who tells about the ribbon at the pointer, by its item in the upper map. */
    public void setHoverText(IntFunction<String> text) {
        words = Objects.requireNonNull(text, "text");
    }

    /** Sets who hears which ribbon was clicked, by its item in the upper map. */
    public void onSelect(IntConsumer listener) {
        selected = Objects.requireNonNull(listener, "listener");
    }

    /** Lets the ribbon of an item of the upper map stand out until another does; -1 for none. */
    public void choose(int item) {
        chosen = item;
        repaint();
    }

    /** Lets the ribbon of an item of the upper map stand out for as long as the pointer is there; -1 for none. */
    public void light(int item) {
        if (item != lit) {
            lit = item;
            repaint();
        }
    }

    private void repaint() {
        if (!isDisposed()) {
            redraw();
        }
    }

    private void pointed(Event e) {
        int item = ribbons.at(band(), e.x, e.y);
        setToolTipText(item < 0 ? null : words.apply(item));
        light(item);
    }

    private void clicked(Event e) {
        int item = ribbons.at(band(), e.x, e.y);
        if (item >= 0) {
            selected.accept(item);
        }
    }

    /** Returns where the ribbons lie: below the windows of both maps. */
    Ribbons.Band band() {
        return new Ribbons.Band(
                getClientArea().height,
                upper.window().viewport(),
                left(upper),
                lower.window().viewport(),
                left(lower));
    }

    private int left(AddressMap map) {
        Point there = map.toDisplay(map.geometry().left(), 0);
        return toControl(there).x;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(upper.getBackground());
        gc.fillRectangle(area);
        if (!upper.model().isEmpty() && !lower.model().isEmpty()) {
            int left = left(upper);
            gc.setClipping(left, 0, Math.max(0, upper.geometry().windowWidth()), area.height);
            drawer.draw(gc, ribbons.shapes(band(), lit >= 0 ? lit : chosen), getFont(), getFont());
            gc.setClipping((Rectangle) null);
        }
    }
}
