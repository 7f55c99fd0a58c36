package org.karlworkbench.ui.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Viewport;

/** What the keys do on a map. */
final class MapKeys {
    private static final double STEP = 0.1; // share of the window that an arrow key pans

    private final AddressMap map;

    private MapKeys(AddressMap map) {
        this.map = map;
    }

    static void attachTo(AddressMap map) {
        MapKeys keys = new MapKeys(map);
        map.addListener(SWT.KeyDown, keys::pressed);
        map.addListener(SWT.Traverse, MapKeys::traverse);
    }

    /** Tab leaves the map, and Esc still closes a dialog; all other keys are the map's own. */
    private static void traverse(Event e) {
        e.doit = switch (e.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE -> true;
            default -> false;
        };
    }

    private void pressed(Event e) {
        boolean control = (e.stateMask & SWT.MOD1) != 0;
        Viewport viewport = map.window().viewport();
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> sideways(-1, control, (e.stateMask & SWT.ALT) != 0);
            case SWT.ARROW_RIGHT -> sideways(1, control, (e.stateMask & SWT.ALT) != 0);
            case SWT.ARROW_UP -> toLane(-1);
            case SWT.ARROW_DOWN -> toLane(1);
            case SWT.PAGE_UP -> map.window().setViewport(viewport.panned(-viewport.width()));
            case SWT.PAGE_DOWN -> map.window().setViewport(viewport.panned(viewport.width()));
            case SWT.HOME -> map.window().setViewport(viewport.movedTo(0));
            case SWT.END -> map.window().setViewport(viewport.movedTo(viewport.length()));
            case SWT.CR, SWT.KEYPAD_CR -> open();
            case SWT.ESC -> clear();
            case SWT.KEYPAD_ADD -> map.window().zoomIn();
            case SWT.KEYPAD_SUBTRACT -> map.window().zoomOut();
            default -> typed(e.character);
        }
    }

    private void typed(char character) {
        switch (character) {
            case '+', '=' -> map.window().zoomIn();
            case '-' -> map.window().zoomOut();
            case '0' -> map.window().showAll();
            default -> {}
        }
    }

    private void sideways(int direction, boolean toItem, boolean carry) {
        if (carry) {
            map.move().push(direction); // where nothing can be moved, these keys are the workbench's
            return;
        }
        if (!toItem) {
            map.window()
                    .setViewport(map.window()
                            .viewport()
                            .panned(direction * STEP * map.window().viewport().width()));
        } else if (map.selectedLane() < 0) {
            toLane(1);
        } else {
            go(map.selectedLane(), map.selectedIndex() + direction);
        }
    }

    /** Goes to the item of another lane at the address of the selected one, or to any lane if none is selected. */
    private void toLane(int direction) {
        MapModel model = map.model();
        boolean selected = map.selectedLane() >= 0;
        int lane = selected
                ? map.selectedLane() + direction
                : direction > 0 ? 0 : model.lanes().size() - 1;
        while (lane >= 0 && lane < model.lanes().size()) {
            int item = itemNear(model, lane);
            if (item >= 0) {
                go(lane, item);
                return;
            }
            lane += direction;
        }
    }

    private int itemNear(MapModel model, int lane) {
        Viewport viewport = map.window().viewport();
        double coordinate = map.selectedLane() >= 0
                ? Math.max(viewport.from(), model.startOf(map.selectedLane(), map.selectedIndex()))
                : viewport.from();
        long address = model.scale().addressAt((long) Math.ceil(coordinate));
        int item = model.itemAt(lane, address);
        return item >= 0 ? item : model.nextItem(lane, address);
    }

    private void go(int lane, int item) {
        if (map.model().has(lane, item)) {
            map.userSelects(lane, item);
            map.window().reveal(lane, item);
        }
    }

    private void open() {
        if (map.selectedLane() >= 0) {
            map.userOpens(map.selectedLane(), map.selectedIndex());
        }
    }

    private void clear() {
        if (map.selectedLane() >= 0) {
            map.userSelects(-1, -1);
        }
    }
}
