package org.karlworkbench.ui.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.Hit;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.Numbers;
import org.karlworkbench.picture.Viewport;

/** What the mouse does on a map. */
final class MapMouse {
    private static final int CLICK_TOLERANCE = 4; // pixels that a click may move without being a drag
    private static final double ZOOM_OF_LINE = 1.1; // a notch of a wheel is three lines
    private static final double PAN_OF_LINE = 1 / 30.0; // share of the window

    private enum Drag {
        NONE,
        PRESSED,
        PAN,
        CARRY,
        OVERVIEW
    }

    private final AddressMap map;
    private Drag drag = Drag.NONE;
    private int startX;
    private int startY;
    private Viewport startViewport;

    private MapMouse(AddressMap map) {
        this.map = map;
    }

    static void attachTo(AddressMap map) {
        MapMouse mouse = new MapMouse(map);
        map.addListener(SWT.MouseDown, mouse::pressed);
        map.addListener(SWT.MouseUp, mouse::released);
        map.addListener(SWT.MouseMove, mouse::moved);
        map.addListener(SWT.MouseExit, _ -> mouse.left());
        map.addListener(SWT.MouseDoubleClick, mouse::doubleClicked);
        map.addListener(SWT.MouseVerticalWheel, mouse::wheel);
        map.addListener(SWT.MouseHorizontalWheel, e -> mouse.pan(e, e.count));
    }

    private void pressed(Event e) {
        map.forceFocus();
        Hit hit = map.itemAt(e.x, e.y);
        if (e.button == 3 && hit != null) {
            map.userSelects(hit.lane(), hit.index()); // so that a context menu is about what lies under the pointer
        }
        if (e.button != 1) {
            return;
        }
        MapGeometry geometry = map.geometry();
        startX = e.x;
        startY = e.y;
        startViewport = map.window().viewport();
        if (geometry.inOverview(e.x, e.y)) {
            drag = Drag.OVERVIEW;
            double at = overviewCoordinate(e.x);
            if (!map.window().viewport().touches(at, at)) {
                map.window().setViewport(map.window().viewport().centredOn(at));
                startViewport = map.window().viewport();
            }
        } else if (geometry.inWindow(e.x)) {
            drag = Drag.PRESSED;
        }
    }

    private double overviewCoordinate(int x) {
        MapGeometry geometry = map.geometry();
        return Viewport.whole(map.window().viewport().length(), geometry.windowWidth())
                .coordinateAt(x - geometry.left());
    }

    private void moved(Event e) {
        if (drag == Drag.PRESSED && Math.abs(e.x - startX) > CLICK_TOLERANCE) {
            drag = map.move().take(map.itemAt(startX, startY)) ? Drag.CARRY : Drag.PAN;
            map.setCursor(map.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
        }
        switch (drag) {
            case CARRY -> map.move().drag(e.x);
            case PAN -> map.window().setViewport(startViewport.panned(startX - e.x));
            case OVERVIEW ->
                map.window()
                        .setViewport(startViewport.movedTo(
                                startViewport.from() + overviewCoordinate(e.x) - overviewCoordinate(startX)));
            case NONE -> hover(e.x, e.y);
            case PRESSED -> {}
        }
    }

    private void released(Event e) {
        if (drag != Drag.NONE) {
            moved(e); // a quick hand is reported in one movement, or in none before the button is up
        }
        if (drag == Drag.PRESSED && e.button == 1) {
            Hit hit = map.itemAt(e.x, e.y);
            if (hit != null) {
                map.userSelects(hit.lane(), hit.index());
            } else if (map.selectedLane() >= 0) {
                map.userSelects(-1, -1);
            }
        }
        boolean carried = drag == Drag.CARRY;
        drag = Drag.NONE;
        map.setCursor(null);
        if (carried) {
            map.move().drop();
        }
        hover(e.x, e.y);
    }

    private void left() {
        if (drag == Drag.NONE) {
            map.setHover(Hover.NONE);
        }
    }

    private void hover(int x, int y) {
        MapGeometry geometry = map.geometry();
        boolean overAddresses = geometry.inWindow(x) && y >= geometry.rulerTop() && y < geometry.lanesBottom();
        if (!overAddresses || map.model().isEmpty()) {
            if (map.hover() != Hover.NONE) {
                map.setHover(Hover.NONE);
            }
            return;
        }
        double coordinate = map.window().viewport().coordinateAt(x - geometry.left());
        Hit hit = map.itemAt(x, y);
        map.setHover(new Hover(hit, coordinate, x, y, textFor(hit, coordinate)));
    }

    private String textFor(Hit hit, double coordinate) {
        if (hit == null) {
            return foldText((long) Math.floor(coordinate));
        }
        String text = map.textOf(hit.lane(), hit.index());
        int more = hit.count() - 1;
        return text.isEmpty() || more < 1 ? text : text + "\n+ " + Numbers.count(more) + " more at this pixel";
    }

    private String foldText(long coordinate) {
        AddressScale scale = map.model().scale();
        if (!scale.isFolded(coordinate)) {
            return "";
        }
        int area = scale.areaAt(coordinate);
        return "Nothing here (folded)\nFrom\t" + Numbers.address(scale.lastAddress(area) + 1)
                + "\nTo\t" + Numbers.address(scale.firstAddress(area + 1) - 1)
                + "\nSize\t" + Numbers.bytes(scale.hiddenAfter(area));
    }

    private void doubleClicked(Event e) {
        MapGeometry geometry = map.geometry();
        if (e.button != 1 || !geometry.inWindow(e.x) || geometry.inOverview(e.x, e.y)) {
            return;
        }
        drag = Drag.NONE;
        Hit hit = map.itemAt(e.x, e.y);
        if (hit != null) {
            map.userOpens(hit.lane(), hit.index());
        } else {
            map.window().setViewport(map.window().viewport().zoomed(e.x - geometry.left(), 2));
        }
    }

    private void wheel(Event e) {
        if ((e.stateMask & SWT.SHIFT) != 0) {
            pan(e, -e.count);
            return;
        }
        int x = Math.clamp(
                e.x - map.geometry().left(), 0, map.window().viewport().width());
        map.window().setViewport(map.window().viewport().zoomed(x, Math.pow(ZOOM_OF_LINE, e.count)));
        hover(e.x, e.y);
        e.doit = false;
    }

    private void pan(Event e, int lines) {
        map.window()
                .setViewport(map.window()
                        .viewport()
                        .panned(lines * PAN_OF_LINE * map.window().viewport().width()));
        hover(e.x, e.y);
        e.doit = false;
    }
}
