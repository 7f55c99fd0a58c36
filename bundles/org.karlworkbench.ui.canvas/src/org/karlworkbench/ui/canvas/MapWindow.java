package org.karlworkbench.ui.canvas;

import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Viewport;

/** Which part of its axis a map shows: it is moved, zoomed, and brought to items and addresses. */
public final class MapWindow {
    private static final double STEP = 1.5; // of one zoom in or out
    private static final double ROOM = 0.2; // share of an item that is left free at each of its sides

    private final AddressMap map;
    private Viewport viewport = Viewport.whole(1, 1);

    MapWindow(AddressMap map) {
        this.map = map;
    }

    /** Returns what is shown. */
    public Viewport viewport() {
        return viewport;
    }

    /** Moves the window; its width in pixels stays that of the map. Tells the map's listeners if it moved. */
    public void setViewport(Viewport wanted) {
        map.checkThread();
        Viewport own = new Viewport(wanted.from(), wanted.span(), viewport.width(), viewport.length());
        if (!own.equals(viewport)) {
            viewport = own;
            map.windowMoved();
        }
    }

    /** Moves the window so that an item is seen, and zooms in if it would be too narrow to be recognized. */
    public void reveal(int lane, int index) {
        MapModel model = map.model();
        if (model.has(lane, index)) {
            setViewport(viewport.revealing(model.startOf(lane, index), model.endOf(lane, index)));
        }
    }

    /** Moves and zooms the window so that an item fills most of it. */
    public void zoomTo(int lane, int index) {
        MapModel model = map.model();
        if (model.has(lane, index)) {
            setViewport(viewport.showing(model.startOf(lane, index), model.endOf(lane, index), ROOM));
        }
    }

    /** Shows the whole kernel. */
    public void showAll() {
        setViewport(Viewport.whole(viewport.length(), viewport.width()));
    }

    /** Shows a range of addresses, both included, unsigned. */
    public void showRange(long firstAddress, long lastAddress) {
        AddressScale scale = map.model().scale();
        setViewport(viewport.showing(scale.coordinateOf(firstAddress), scale.coordinateOf(lastAddress) + 1.0, 0));
    }

    /** Zooms in about the selection if it is seen, else about the middle. */
    public void zoomIn() {
        setViewport(viewport.zoomed(zoomCentre(), STEP));
    }

    /** Zooms out about the selection if it is seen, else about the middle. */
    public void zoomOut() {
        setViewport(viewport.zoomed(zoomCentre(), 1 / STEP));
    }

    private double zoomCentre() {
        int lane = map.selectedLane();
        if (lane >= 0) {
            MapModel model = map.model();
            double middle = (model.startOf(lane, map.selectedIndex()) + model.endOf(lane, map.selectedIndex())) / 2.0;
            if (viewport.touches(middle, middle + 1)) {
                return viewport.xOf(middle);
            }
        }
        return viewport.width() / 2.0;
    }

    /** Shows all of another model, without telling anybody. */
    void showNewModel() {
        viewport = Viewport.whole(map.model().scale().length(), map.geometry().windowWidth());
    }

    /** Shows the addresses that were shown on another axis, without telling anybody. */
    void restore(AddressScale before, Viewport shown) {
        double floor = Math.floor(shown.from());
        long from = map.model().scale().coordinateOf(before.addressAt((long) floor));
        double start = from == floor ? shown.from() : from + (shown.from() - floor); // adding would round
        viewport = new Viewport(start, shown.span(), viewport.width(), viewport.length());
    }

    /** The map is wider or narrower now. */
    void resized() {
        viewport = viewport.resized(map.geometry().windowWidth());
        map.redraw();
    }
}
