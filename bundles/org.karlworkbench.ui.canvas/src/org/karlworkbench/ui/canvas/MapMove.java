package org.karlworkbench.ui.canvas;

import java.util.List;
import org.eclipse.swt.SWT;
import org.karlworkbench.picture.Hit;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Shape;

/** An item of a map in the user's hand, and where it would go. */
final class MapMove {
    private static final int NOWHERE = -1;

    private final AddressMap map;
    private ItemMover mover;
    private int lane;
    private int index;
    private int before = NOWHERE;

    MapMove(AddressMap map) {
        this.map = map;
    }

    void setMover(ItemMover newMover) {
        mover = newMover;
    }

    /** Whether the item under the pointer is the selected one and may be moved; it is in hand then. */
    boolean take(Hit hit) {
        boolean taken = mover != null
                && hit != null
                && hit.lane() == map.selectedLane()
                && hit.index() == map.selectedIndex()
                && mover.canMove(hit.lane(), hit.index());
        if (taken) {
            lane = hit.lane();
            index = hit.index();
        }
        return taken;
    }

    /** The pointer carries the item. */
    void drag(int x) {
        map.setCursor(map.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        before = placeAt(x);
        map.redraw();
    }

    private int placeAt(int x) {
        MapModel model = map.model();
        double coordinate =
                map.window().viewport().coordinateAt(x - map.geometry().left());
        int low = 0;
        int high = model.lane(lane).count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((model.startOf(lane, middle) + model.endOf(lane, middle)) / 2.0 < coordinate) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void drop() {
        int place = before;
        before = NOWHERE;
        map.redraw();
        if (place != NOWHERE && place != index && place != index + 1) {
            mover.moved(lane, index, place);
        }
    }

    /** Moves the selected item by a place; false if there is none that may be moved. */
    boolean push(int places) {
        boolean movable =
                mover != null && map.selectedLane() >= 0 && mover.canMove(map.selectedLane(), map.selectedIndex());
        if (movable) {
            mover.pushed(map.selectedLane(), map.selectedIndex(), places);
        }
        return movable;
    }

    /** The mark of the place where the item would go. */
    void addMark(List<Shape> shapes, MapGeometry geometry, int colour) {
        if (before == NOWHERE) {
            return;
        }
        MapModel model = map.model();
        int count = model.lane(lane).count();
        long coordinate = before < count ? model.startOf(lane, before) : model.endOf(lane, count - 1);
        int x = geometry.left() + (int) map.window().viewport().xOf(coordinate);
        if (geometry.inWindow(x)) {
            int top = geometry.laneTop(lane) - 3;
            shapes.add(new Shape.Box(x - 1, top, 3, geometry.laneHeight() + 6, colour));
        }
    }
}
