package org.karlworkbench.ui.preview;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.eclipse.swt.widgets.Display;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.picture.MapModel;

/** Slow motion: everything flies from where it lay in one draw to where it lies in the next. For the UI thread only. */
final class Flight {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1_600);
    private static final int FRAME = 16; // milliseconds
    private static final int ROW_BITS = 24;

    private final Display display;
    private final PreviewPicture to;
    private final BiConsumer<MapModel, Map<PreviewLane, LinkedColumns>> show;
    private final MapModel axis;
    private final Map<PreviewLane, LinkedColumns> starts = new EnumMap<>(PreviewLane.class);
    private final long begun = System.nanoTime();
    private boolean ended;

    /**
     * A flight that begins at once.
     *
     * @param display whose timer it uses
     * @param from what is shown
     * @param to what will be shown at the end
     * @param show takes each frame; the last is {@code to} itself
     */
    Flight(
            Display display,
            PreviewPicture from,
            PreviewPicture to,
            BiConsumer<MapModel, Map<PreviewLane, LinkedColumns>> show) {
        this.display = display;
        this.to = to;
        this.show = show;
        axis = MapModel.onOneScale(from.model(), to.model()).getFirst();
        for (PreviewLane lane : PreviewLane.values()) {
            starts.put(lane, starts(lane, from, to));
        }
        step();
    }

    /** What each row of the new picture was in the old one; what is new stands still. */
    private static LinkedColumns starts(PreviewLane lane, PreviewPicture from, PreviewPicture to) {
        LinkedColumns before = from.columns().get(lane);
        LinkedColumns after = to.columns().get(lane);
        int[] rows = new int[lane.limit(to.preview().names())]; // of a number in the old picture, one more
        for (int row = 0; row < before.count(); row++) {
            rows[before.numbers()[row]] = row + 1;
        }
        LinkedColumns starts = new LinkedColumns(
                after.numbers(), after.addresses().clone(), after.sizes().clone());
        for (int row = 0; row < starts.count(); row++) {
            int old = rows[after.numbers()[row]] - 1;
            if (old >= 0) {
                starts.addresses()[row] = before.addresses()[old];
                starts.sizes()[row] = before.sizes()[old];
            }
        }
        return starts;
    }

    private void step() {
        if (ended) {
            return;
        }
        double time = (System.nanoTime() - begun) / (double) NANOS;
        if (time >= 1) {
            ended = true;
            show.accept(to.model(), to.columns());
            return;
        }
        double way = time * time * (3 - 2 * time); // slow at both ends
        Map<PreviewLane, LinkedColumns> now = new EnumMap<>(PreviewLane.class);
        for (PreviewLane lane : PreviewLane.values()) {
            now.put(lane, between(lane, way));
        }
        MapModel frame = axis.withLanes(
                PreviewPicture.lanes(now, to.colours(), to.preview().names()));
        show.accept(frame, now);
        display.timerExec(FRAME, this::step);
    }

    private LinkedColumns between(PreviewLane lane, double way) {
        LinkedColumns before = starts.get(lane);
        LinkedColumns after = to.columns().get(lane);
        long[] addresses = new long[after.count()];
        long[] sizes = new long[after.count()];
        for (int row = 0; row < addresses.length; row++) {
            addresses[row] = between(before.addresses()[row], after.addresses()[row], way);
            sizes[row] = between(before.sizes()[row], after.sizes()[row], way);
        }
        return ascending(new LinkedColumns(after.numbers(), addresses, sizes));
    }

    private static long between(long from, long to, double way) {
        return from + Math.round((to - from) * way);
    }

    /** Sorts by address; what no pixel could show may lie a little off. */
    private static LinkedColumns ascending(LinkedColumns items) {
        long[] addresses = items.addresses();
        long least = -1;
        long span = 0;
        for (long address : addresses) {
            least = Long.compareUnsigned(address, least) < 0 ? address : least;
        }
        for (long address : addresses) {
            span |= address - least;
        }
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span) + ROW_BITS + 1 - Long.SIZE);
        long[] keys = new long[addresses.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = addresses[row] - least >>> shift << ROW_BITS | row;
        }
        Arrays.sort(keys);
        LinkedColumns sorted = new LinkedColumns(new int[keys.length], new long[keys.length], new long[keys.length]);
        for (int i = 0; i < keys.length; i++) {
            int row = (int) keys[i] & (1 << ROW_BITS) - 1;
            sorted.numbers()[i] = items.numbers()[row];
            sorted.addresses()[i] = i == 0 ? addresses[row] : later(sorted.addresses()[i - 1], addresses[row]);
            sorted.sizes()[i] = items.sizes()[row];
        }
        return sorted;
    }

    private static long later(long a, long b) {
        return Long.compareUnsigned(a, b) > 0 ? a : b;
    }

    /** Ends it where it is. */
    void end() {
        ended = true;
    }
}
