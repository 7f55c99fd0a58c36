package org.karlworkbench.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TreemapModel;
import org.karlworkbench.picture.TreemapPainter;
import org.karlworkbench.picture.TreemapTiles;

/**
 * A treemap: what takes how much room in a whole. It knows plain arrays and colours only, see {@link TreemapModel}.
 *
 * <p>Mouse: a click selects, a double click goes into what lies there, one level at a time; the back button of the mouse and
 * a double click on the strip above go out. Keys: Left and Right go to the next larger or smaller neighbour, Down to the
 * largest within, Up to what is around; Enter or + goes into the selection, Backspace or - out, 0 shows all, Esc selects
 * nothing.
 *
 * <p>The colours follow background and foreground of the control. Like all widgets it is to be used on the thread of its
 * display only.
 */
public final class Treemap extends PaintedCanvas {
    private static final int SELECTED = 3;
    private static final int WIDTH = 40; // lines of text
    private static final int HEIGHT = 20;

    private final List<TreemapListener> listeners = new ArrayList<>();
    private TreemapModel model = TreemapModel.EMPTY;
    private IntFunction<String> hoverText = node -> model.label(node);
    private TreemapTiles tiles; // of the present root and size, null when they have to be made
    private Picture picture;
    private int root;
    private int selected = -1;
    private int hovered = -1;
    private Point pointer = new Point(0, 0);

    /**
     * Makes an empty treemap.
     *
     * @param parent where it goes
     * @param style as for a canvas of SWT; double buffering is added
     */
    public Treemap(Composite parent, int style) {
        super(parent, style, "Treemap", TreemapAccess.HELP);
        TreemapInput.attachTo(this);
        addPaintListener(e -> paint(e.gc));
        addListener(SWT.Resize, _ -> changed());
    }

    /** Shows a model, all of it; nothing is selected then. */
    public void setModel(TreemapModel newModel) {
        checkWidget();
        model = Objects.requireNonNull(newModel, "model");
        root = 0;
        selected = -1;
        hovered = -1;
        changed();
        selectionChanged();
    }

    /** Shows the same nodes in other colours or with other sizes; root and selection stay. */
    public void updateModel(TreemapModel newModel) {
        checkWidget();
        model = Objects.requireNonNull(newModel, "model");
        root = root < model.count() ? root : 0;
        selected = selected < model.count() ? selected : -1;
        hovered = -1;
        changed();
    }

    /** Returns what is shown. */
    public TreemapModel model() {
        return model;
    }

    /** Sets who tells about the node at the pointer; at first the node's label is all that is told. */
    public void setHoverText(IntFunction<String> text) {
        hoverText = Objects.requireNonNull(text, "text");
    }

    /** Adds someone who hears what the user does. */
    public void addTreemapListener(TreemapListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** Returns the node that takes all the room. */
    public int root() {
        return root;
    }

    /**
     * Gives a node all the room, without telling the listeners. One with nothing within stays in what is around it.
     *
     * @param node its number
     */
    public void setRoot(int node) {
        checkWidget();
        int wanted = model.isShown(node) ? node : 0;
        root = model.childCount(wanted) == 0 ? Math.max(0, model.parent(wanted)) : wanted;
        hovered = -1;
        changed();
    }

    /** Returns the selected node, or -1. */
    public int selected() {
        return selected;
    }

    /**
     * Selects a node, without telling the listeners. If it does not lie in what is shown, the whole is shown.
     *
     * @param node its number, -1 for nothing; one without a size cannot be seen, so what is around it is selected
     */
    public void select(int node) {
        checkWidget();
        int shown = node;
        while (shown > 0 && !model.isShown(shown)) {
            shown = model.parent(shown);
        }
        selected = shown >= 0 && shown < model.count() ? shown : -1;
        if (selected >= 0 && !model.isWithin(selected, root)) {
            setRoot(0);
        }
        selectionChanged();
        redraw();
    }

    /** Returns the innermost node at a point of the control, or -1. */
    public int nodeAt(int x, int y) {
        int tile = tiles().at(x, y);
        return tile < 0 ? -1 : tiles.node(tile);
    }

    /** Returns where a node is painted in the control; null if it has no pixel of its own there. */
    public Rectangle boundsOf(int node) {
        int tile = tiles().of(node);
        return tile < 0 ? null : new Rectangle(tiles.x(tile), tiles.y(tile), tiles.width(tile), tiles.height(tile));
    }

    /** Returns what is shown at the moment, with the selection and without the pointer's marks. */
    public Picture picture() {
        checkWidget();
        Picture plain = plain();
        return selected < 0
                ? plain
                : plain.with(mark(selected, SELECTED, brush().style().selection()));
    }

    /** Returns the same as pixels. */
    public ImageData image() {
        return brush().image(picture());
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int line = brush().measure().height();
        return new Point(wHint == SWT.DEFAULT ? WIDTH * line : wHint, hHint == SWT.DEFAULT ? HEIGHT * line : hHint);
    }

    @Override
    String description() {
        return TreemapAccess.description(this);
    }

    @Override
    void changed() {
        tiles = null;
        picture = null;
        redraw();
    }

    private TreemapTiles tiles() {
        if (tiles == null) {
            Rectangle area = getClientArea();
            tiles = painter().tiles(root, area.width, area.height);
        }
        return tiles;
    }

    private TreemapPainter painter() {
        return new TreemapPainter(model, brush().style(), brush().measure());
    }

    private Picture plain() {
        if (picture == null) {
            Rectangle area = getClientArea();
            picture = painter().paint(tiles(), area.width, area.height);
        }
        return picture;
    }

    private List<Shape> mark(int node, int thickness, int colour) {
        int seen = node;
        while (seen > root && tiles().of(seen) < 0) {
            seen = model.parent(seen); // it has no pixel of its own
        }
        return painter().mark(tiles(), seen, thickness, colour);
    }

    private void paint(GC gc) {
        if (model.isEmpty()) {
            brush().draw(gc, brush().sentence(emptyText()));
            return;
        }
        List<Shape> shapes = new ArrayList<>(picture().shapes());
        if (hovered >= 0) {
            shapes.addAll(mark(hovered, 1, brush().style().foreground()));
            shapes.addAll(brush().card(textOf(hovered), pointer.x, pointer.y));
        }
        brush().draw(gc, shapes);
    }

    /** Returns what is told about a node, never null. */
    String textOf(int node) {
        return Objects.requireNonNullElse(hoverText.apply(node), "");
    }

    /** The pointer is somewhere, over no node with -1. */
    void setHover(int node, int x, int y) {
        if (node >= 0 || hovered >= 0) {
            hovered = node;
            pointer = new Point(x, y);
            redraw();
        }
    }

    /** The user selects a node, or nothing with -1. */
    void userSelects(int node) {
        select(node);
        List.copyOf(listeners).forEach(listener -> listener.selected(selected));
    }

    /** The user goes to another root. */
    void userGoesTo(int node) {
        int before = root;
        setRoot(node);
        if (root != before) {
            List.copyOf(listeners).forEach(listener -> listener.rootChanged(root));
        }
    }

    /** Goes out by one level, and tells the listeners. */
    public void goUp() {
        userGoesTo(Math.max(0, model.parent(root)));
    }

    /** Shows the whole, and tells the listeners. */
    public void goToWhole() {
        userGoesTo(0);
    }
}
