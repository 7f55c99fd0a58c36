package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Round addresses in a window: where the ruler has its ticks and where page lines lie. */
public final class Ruler {
    /** A tick of the ruler. */
    public record Tick(int x, long address) {}

    private Ruler() {}

    /**
     * Returns ticks at multiples of a power of two, at least some pixels apart; an area too short for one has a tick
     * where it starts, if there is room.
     *
     * @param apart pixels from one tick to the next, at least 1
     * @return ascending in x, at most one for each {@code apart} pixels and one more
     */
    public static List<Tick> ticks(AddressScale scale, Viewport viewport, int apart) {
        List<Tick> ticks = new ArrayList<>();
        long step = stepFor(viewport, apart);
        for (int area = firstArea(scale, viewport); area >= 0; area = nextArea(scale, viewport, area, ticks, apart)) {
            int before = ticks.size();
            forMultiples(scale, viewport, area, step, address -> addTick(scale, viewport, address, apart, ticks));
            if (ticks.size() == before && scale.areaStart(area) >= viewport.from()) {
                addTick(scale, viewport, scale.firstAddress(area), apart, ticks);
            }
        }
        return ticks;
    }

    /**
     * Returns the columns, from the left edge of the window, in which a multiple of a number of bytes starts.
     *
     * @param bytes distance of the lines in the address space, above 0
     * @param apart the least distance in pixels; if the lines would be closer there are none
     */
    public static List<Integer> lines(AddressScale scale, Viewport viewport, long bytes, int apart) {
        List<Integer> lines = new ArrayList<>();
        if (bytes / viewport.bytesPerPixel() < apart) {
            return lines;
        }
        int area = firstArea(scale, viewport);
        while (area >= 0) {
            forMultiples(scale, viewport, area, bytes, address -> {
                int x = (int) Math.round(viewport.xOf(scale.coordinateOf(address)));
                if (lines.isEmpty() || x > lines.getLast()) {
                    lines.add(x);
                }
            });
            area = areaFrom(scale, viewport, area, viewport.xOf(scale.areaStart(area)) + 1);
        }
        return lines;
    }

    private static long stepFor(Viewport viewport, int apart) {
        double bytes = Math.max(1, apart * viewport.bytesPerPixel());
        long step = Long.highestOneBit((long) bytes);
        return step < bytes ? step << 1 : step;
    }

    private static int firstArea(AddressScale scale, Viewport viewport) {
        return scale.areas() == 0 ? -1 : scale.areaAt((long) viewport.from());
    }

    private static int nextArea(AddressScale scale, Viewport viewport, int area, List<Tick> ticks, int apart) {
        double x = viewport.xOf(scale.areaStart(area)) + 1;
        return areaFrom(
                scale,
                viewport,
                area,
                ticks.isEmpty() ? x : Math.max(x, ticks.getLast().x() + apart - 1.0));
    }

    /** Returns the first area after another one that reaches beyond a column, so that tiny areas cost nothing. */
    private static int areaFrom(AddressScale scale, Viewport viewport, int after, double x) {
        if (x >= viewport.width()) {
            return -1;
        }
        int next = Math.max(after + 1, scale.areaAt((long) viewport.coordinateAt(Math.max(0, x))));
        return next < scale.areas() && scale.areaStart(next) < viewport.to() ? next : -1;
    }

    private static void forMultiples(
            AddressScale scale, Viewport viewport, int area, long step, LongConsumer consumer) {
        long from = Math.max(scale.areaStart(area), (long) Math.ceil(viewport.from()));
        long to = Math.min(scale.areaEnd(area), (long) Math.ceil(viewport.to())) - 1;
        if (to < from) {
            return;
        }
        long first = scale.addressAt(from);
        long past = Long.remainderUnsigned(first, step);
        long left = to - from - (past == 0 ? 0 : step - past); // what remains after the first multiple
        for (long address = past == 0 ? first : first + (step - past); left >= 0; address += step, left -= step) {
            consumer.accept(address);
        }
    }

    private static void addTick(AddressScale scale, Viewport viewport, long address, int apart, List<Tick> ticks) {
        int x = (int) Math.round(viewport.xOf(scale.coordinateOf(address)));
        if (x >= 0
                && x < viewport.width()
                && (ticks.isEmpty() || x - ticks.getLast().x() >= apart)) {
            ticks.add(new Tick(x, address));
        }
    }
}
