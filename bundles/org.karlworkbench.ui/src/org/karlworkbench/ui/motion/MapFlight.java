package org.karlworkbench.ui.motion;

import org.eclipse.swt.SWT;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapMotion;
import org.karlworkbench.ui.canvas.AddressMap;

/**
 * Slow motion on a map: everything flies from where it lay in one layout to where it lies in the next. What is selected stays
 * so on its way, and Esc ends it at once. For the UI thread only.
 */
public final class MapFlight {
    private static final int FRAME = 16; // milliseconds

    private final AddressMap map;
    private final Runnable shown;
    private MapMotion motion;
    private MapMotion.Frame frame;
    private long begun;
    private long nanos;

    /**
     * Nothing flies yet.
     *
     * @param map where things fly
     * @param shown is told of each frame when it is on the map, and of the last, which is the next layout itself
     */
    public MapFlight(AddressMap map, Runnable shown) {
        this.map = map;
        this.shown = shown;
        map.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                end();
            }
        });
    }

    /**
     * Begins at once; what flew before is where it would have been.
     *
     * @param along the way from one layout to the next
     * @param lane the lane of what is selected, or -1
     * @param item what is selected, as an item of the next layout
     */
    public void start(MapMotion along, int lane, int item) {
        motion = along;
        begun = System.nanoTime();
        nanos = Pace.nanos();
        frame = along.at(0);
        show(frame.model(), lane, row(lane, item));
        next(along);
    }

    private void next(MapMotion along) {
        map.getDisplay().timerExec(FRAME, () -> {
            if (motion == along && !map.isDisposed()) {
                step();
            }
        });
    }

    private void step() {
        double time = (System.nanoTime() - begun) / (double) nanos;
        if (time >= 1) {
            end();
            return;
        }
        int lane = map.selectedLane();
        int item = item(lane, map.selectedIndex());
        frame = motion.at(time * time * (3 - 2 * time)); // slow at both ends
        show(frame.model(), lane, row(lane, item));
        next(motion);
    }

    private void show(MapModel model, int lane, int row) {
        map.updateModel(model);
        map.select(lane, row);
        shown.run();
    }

    /** Ends it at once: everything is where it flies to. */
    public void end() {
        if (isFlying() && !map.isDisposed()) {
            int lane = map.selectedLane();
            int item = item(lane, map.selectedIndex());
            MapModel last = motion.to();
            motion = null;
            frame = null;
            show(last, lane, item);
        }
    }

    /** Whether something flies. */
    public boolean isFlying() {
        return motion != null;
    }

    /** Which item of the next layout an item of the map is; itself when nothing flies. */
    public int item(int lane, int row) {
        return frame == null || lane < 0 || row < 0 ? row : frame.items().get(lane)[row];
    }

    /** Where an item of the next layout is on the map, or -1; itself when nothing flies. */
    public int row(int lane, int item) {
        return frame == null || lane < 0 || item < 0 ? item : rows(lane)[item];
    }

    /** The same for all items of a lane, while they fly. */
    public int[] rows(int lane) {
        return frame.rows(lane, motion.to().lane(lane).count());
    }
}
