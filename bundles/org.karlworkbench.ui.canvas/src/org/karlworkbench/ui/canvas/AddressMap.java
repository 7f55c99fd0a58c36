package org.karlworkbench.ui.canvas;

import java.util.BitSet;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.Hit;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.PixelRange;
import org.karlworkbench.picture.Viewport;

/**
 * A map of addresses: lanes of items over one address axis, which can be zoomed from the whole kernel down to single
 * bytes. It knows plain arrays and colours only, see {@link MapModel}.
 *
 * <p>Mouse: the wheel zooms at the pointer, with Shift it pans; dragging pans; a click selects an item, a double click
 * zooms to it; the overview strip can be clicked and dragged. Keys: Left, Right, Page Up, Page Down, Home and End pan;
 * + and - zoom, 0 shows all; Ctrl+Left and Ctrl+Right go to the neighbour in the lane, Up and Down to the lane above or
 * below; Enter zooms to the selection, Esc clears it. Where items can be moved (see {@link #setItemMover}), the selected
 * one can be dragged, and Alt+Left and Alt+Right move it by a place.
 *
 * <p>The colours follow {@link #setBackground} and {@link #setForeground} (and so the theme's style sheet). Like all widgets it
 * is to be used on the thread of its display only.
 */
public final class AddressMap extends PaintedCanvas {
    private final MapFrame frame;
    private final MapListeners listeners = new MapListeners();
    private final MapLinks links = new MapLinks(this);
    private final MapMove move = new MapMove(this);
    private final MapWindow window = new MapWindow(this);
    private final MapLights lights = new MapLights();
    private MapModel model = MapModel.EMPTY;
    private Hover hover = Hover.NONE;
    private ItemText hoverText = (lane, index) -> model.lane(lane).label(index);
    private int selectedLane = -1;
    private int selectedIndex = -1;

    /**
     * Makes an empty map.
     *
     * @param parent where it goes
     * @param style as for a canvas of SWT; double buffering is added
     */
    public AddressMap(Composite parent, int style) {
        super(parent, style, "Address map", MapAccess.HELP);
        frame = new MapFrame(this);
        MapMouse.attachTo(this);
        MapKeys.attachTo(this);
        addListener(SWT.Resize, _ -> resized());
    }

    /** Shows a model, all of it; nothing is selected or lit then. */
    public void setModel(MapModel newModel) {
        take(newModel);
        listeners.viewportChanged(this);
        selectionChanged();
    }

    /**
     * Shows other places of the same things: the window stays at its addresses, or shows everything if it did. Nothing is
     * selected or lit then, and no listener is told.
     */
    public void updateModel(MapModel newModel) {
        AddressScale before = model.scale();
        Viewport shown = window.viewport();
        boolean whole = model.isEmpty() || newModel.isEmpty() || shown.isWhole();
        take(newModel);
        if (!whole) {
            window.restore(before, shown);
        }
    }

    private void take(MapModel newModel) {
        checkWidget();
        model = Objects.requireNonNull(newModel, "model");
        selectedLane = -1;
        selectedIndex = -1;
        lights.clear();
        hover = Hover.NONE;
        frame.changed();
        window.showNewModel();
    }

    /** Returns which part of the axis is shown, and moves it. */
    public MapWindow window() {
        return window;
    }

    /** Sets who is told when the user moves items; null if they cannot be moved. */
    public void setItemMover(ItemMover mover) {
        move.setMover(mover);
    }

    /** Returns what is shown. */
    public MapModel model() {
        return model;
    }

    /** Sets who tells about the item at the pointer; at first the item's label is all that is told. */
    public void setHoverText(ItemText text) {
        hoverText = Objects.requireNonNull(text, "text");
    }

    /** Adds someone who hears what the user selects. */
    public void addItemListener(ItemListener listener) {
        listeners.add(listener);
    }

    /** Adds someone who hears when other addresses are shown. */
    public void addViewportListener(ViewportListener listener) {
        listeners.add(listener);
    }

    /**
     * Selects an item without moving the window and without telling the listeners; see {@link MapWindow#reveal}.
     *
     * @param lane number of the lane
     * @param index number of the item; if there is no such item nothing is selected
     */
    public void select(int lane, int index) {
        checkWidget();
        boolean exists = model.has(lane, index);
        selectedLane = exists ? lane : -1;
        selectedIndex = exists ? index : -1;
        selectionChanged();
        redraw();
    }

    /** Selects nothing, without telling the listeners. */
    public void clearSelection() {
        select(-1, -1);
    }

    /** Returns the lane of the selected item, or -1. */
    public int selectedLane() {
        return selectedLane;
    }

    /** Returns the number of the selected item in its lane, or -1. */
    public int selectedIndex() {
        return selectedIndex;
    }

    /**
     * Lights items of a lane and dims all others of all lanes.
     *
     * @param items numbers of the items, an empty set to dim the whole lane; null to take the lane's highlight away
     */
    public void setHighlight(int lane, BitSet items) {
        checkWidget();
        lights.set(model, lane, items);
        frame.changed();
    }

    /**
     * Links two maps from now on: what one shows the other shows, the pointer's address is marked in both, and their
     * columns of names are equally wide. Their models should share an axis, see {@link MapModel#onOneScale}.
     */
    public static void link(AddressMap a, AddressMap b) {
        a.links.add(b);
        b.links.add(a);
        a.resized();
        b.resized();
    }

    /**
     * Lets this map and those that are linked with it show the same addresses, as they do from the beginning, or each its
     * own; when they come together again, the others show what this one does.
     */
    public void setTogether(boolean together) {
        links.others().forEach(other -> other.links.setTogether(together));
        links.setTogether(together);
    }

    /** Returns what is painted at a point of the control, or null. */
    public Hit itemAt(int x, int y) {
        return frame.painter(highlight()).at(window.viewport(), geometry(), x, y);
    }

    /** Returns where an item is painted in the control, cut off at the window; null if it lies outside. */
    public Rectangle boundsOf(int lane, int index) {
        PixelRange range = model.has(lane, index) ? frame.marks().rangeOf(lane, index) : null;
        MapGeometry geometry = geometry();
        return range == null
                ? null
                : new Rectangle(range.x(), geometry.laneTop(lane), range.width(), geometry.laneHeight());
    }

    /** Returns what is shown at the moment, without the pointer's marks. */
    public Picture picture() {
        return frame.picture();
    }

    /** Returns what is shown at the moment as pixels, without the pointer's marks. */
    public ImageData image() {
        checkWidget();
        return frame.image();
    }

    @Override
    void changed() {
        frame.changed();
    }

    @Override
    String description() {
        return MapAccess.description(this);
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font);
        resized();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int height = MapGeometry.comfortableHeight(model, frame.measure());
        return new Point(
                wHint == SWT.DEFAULT ? 60 * frame.measure().height() : wHint, hHint == SWT.DEFAULT ? height : hHint);
    }

    private void resized() {
        if (!isDisposed()) {
            window.resized();
        }
    }

    MapGeometry geometry() {
        return frame.geometry();
    }

    int nameColumn() {
        int widest = MapGeometry.nameColumn(model, frame.measure());
        for (AddressMap other : links.others()) {
            widest = Math.max(widest, MapGeometry.nameColumn(other.model, other.frame.measure()));
        }
        return widest;
    }

    MapMove move() {
        return move;
    }

    Highlight highlight() {
        return lights.highlight();
    }

    Hover hover() {
        return hover;
    }

    /** Returns what is told about an item, never null. */
    String textOf(int lane, int index) {
        return Objects.requireNonNullElse(hoverText.text(lane, index), "");
    }

    void setHover(Hover now) {
        Hover before = hover;
        hover = now;
        redraw();
        links.pointerAt(now.coordinate());
        if (!now.sameItem(before)) {
            listeners.hovered(now.item());
        }
    }

    /** Marks an address at which the pointer is in a linked map. */
    void showPointer(double coordinate) {
        hover = Hover.elsewhere(coordinate);
        redraw();
    }

    /** Throws the exception of SWT on any thread but the display's, and when the map is gone. */
    void checkThread() {
        checkWidget();
    }

    /** Other addresses are shown: the pointer is over something else now. */
    void windowMoved() {
        hover = Hover.NONE;
        redraw();
        listeners.viewportChanged(this);
    }

    /** The user selects an item, or nothing with -1. */
    void userSelects(int lane, int index) {
        select(lane, index);
        listeners.selected(selectedLane, selectedIndex);
    }

    /** The user opens an item. */
    void userOpens(int lane, int index) {
        window.zoomTo(lane, index);
        listeners.opened(lane, index);
    }
}
