package org.karlworkbench.ui.canvas;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.karlworkbench.picture.Diagram;
import org.karlworkbench.picture.DiagramPainter;

/**
 * A painted diagram. A click or the arrow keys select a box, a double click or Enter opens it; a screen reader hears what
 * the selected box says, or all boxes that are lit.
 */
public final class DiagramCanvas extends PaintedCanvas {
    private Diagram diagram = Diagram.NONE;
    private String selected;
    private Consumer<String> openListener = _ -> {};
    private Consumer<String> selectListener = _ -> {};

    /**
     * Makes a diagram without boxes.
     *
     * @param parent where it goes
     * @param name what a screen reader calls it
     */
    public DiagramCanvas(Composite parent, String name) {
        super(parent, SWT.NONE, name, "Arrow keys select a box, Enter opens it");
        addPaintListener(e -> brush().draw(e.gc, painter().shapes(selected)));
        addListener(SWT.MouseDown, this::clicked);
        addListener(SWT.MouseDoubleClick, _ -> open());
        addListener(SWT.MouseMove, this::pointed);
        addListener(SWT.KeyDown, this::pressed);
        addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    /** Shows another diagram; what is selected stays so where it is still there. */
    public void setDiagram(Diagram newDiagram) {
        diagram = Objects.requireNonNull(newDiagram, "diagram");
        if (diagram.box(selected) == null) {
            selected = null;
        }
        redraw();
        selectionChanged();
    }

    /**
     * What is shown.
     *
     * @return the diagram
     */
    public Diagram diagram() {
        return diagram;
    }

    /** Sets who hears the name of the box that a person opens. */
    public void onOpen(Consumer<String> listener) {
        openListener = Objects.requireNonNull(listener, "listener");
    }

    /** Sets who hears the name of the box that a person selects; null for none. */
    public void onSelect(Consumer<String> listener) {
        selectListener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Where a box lies.
     *
     * @param id its name
     * @return its middle in this canvas, or null where there is no such box
     */
    public Point middle(String id) {
        Diagram.Box box = diagram.box(id);
        if (box == null) {
            return null;
        }
        int[] middle = painter().middle(box);
        return new Point(middle[0], middle[1]);
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = wHint == SWT.DEFAULT ? 600 : wHint;
        int height = new DiagramPainter(diagram, brush().style(), brush().measure(), width).height();
        return new Point(width, hHint == SWT.DEFAULT ? height : hHint);
    }

    @Override
    void changed() {
        redraw();
    }

    private DiagramPainter painter() {
        return new DiagramPainter(diagram, brush().style(), brush().measure(), getClientArea().width);
    }

    private void clicked(Event e) {
        setFocus();
        select(painter().at(e.x, e.y));
    }

    private void pointed(Event e) {
        Diagram.Box box = diagram.box(painter().at(e.x, e.y));
        setToolTipText(box == null ? null : box.title() + "\n" + String.join("\n", box.lines()));
    }

    private void pressed(Event e) {
        switch (e.keyCode) {
            case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> step(1);
            case SWT.ARROW_LEFT, SWT.ARROW_UP -> step(-1);
            case SWT.CR, SWT.KEYPAD_CR -> open();
            default -> {
                // other keys are for others
            }
        }
    }

    private void step(int by) {
        List<Diagram.Box> boxes = diagram.boxes();
        if (!boxes.isEmpty()) {
            int at = boxes.indexOf(diagram.box(selected));
            int next = at < 0 ? 0 : Math.floorMod(at + by, boxes.size());
            select(boxes.get(next).id());
        }
    }

    private void select(String id) {
        selected = id;
        redraw();
        selectionChanged();
        selectListener.accept(id);
    }

    private void open() {
        if (selected != null) {
            openListener.accept(selected);
        }
    }

    @Override
    String description() {
        Diagram.Box box = diagram.box(selected);
        if (box != null) {
            return box.spoken();
        }
        return String.join(
                "; ",
                diagram.boxes().stream()
                        .filter(Diagram.Box::lit)
                        .map(Diagram.Box::spoken)
                        .toList());
    }
}
