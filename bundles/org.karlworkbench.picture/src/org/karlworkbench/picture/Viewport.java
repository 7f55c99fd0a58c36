package org.karlworkbench.picture;

/**
 * The window through which a map is seen: the coordinates of an {@link AddressScale} from {@link #from} to
 * {@code from + span}, spread over a number of pixels. Immutable; each movement gives a new one inside the axis.
 *
 * @param from coordinate at the left edge, with a fraction of a byte
 * @param span coordinates in the window, above 0
 * @param width pixels of the window, at least 1
 * @param length length of the axis, at least 1
 */
public record Viewport(double from, double span, int width, long length) {
    /** The most pixels that one byte can take. */
    public static final int WIDEST_BYTE = 64;

    private static final int READABLE = 4; // pixels
    private static final double ENLARGED = 24; // pixels

    /** So much is seen around the smallest range, in bytes: what lies beside it tells where one is. */
    private static final double CONTEXT = 512;

    /**
     * Brings all numbers into their ranges: no window is wider than the axis, none leaves it, and no byte is wider
     * than {@link #WIDEST_BYTE} pixels, unless the whole axis fits into the window then.
     */
    public Viewport {
        width = Math.max(1, width);
        length = Math.max(1, length);
        double smallest = Math.min(length, Math.max(1, width / (double) WIDEST_BYTE));
        span = Double.isNaN(span) ? length : Math.clamp(span, smallest, length);
        from = Double.isNaN(from) ? 0 : Math.clamp(from, 0, length - span);
    }

    /** Returns the window that shows a whole axis. */
    public static Viewport whole(long length, int width) {
        return new Viewport(0, length, width, length);
    }

    /** Returns the coordinate at the right edge. */
    public double to() {
        return from + span;
    }

    /** Returns how many coordinates one pixel stands for. */
    public double bytesPerPixel() {
        return span / width;
    }

    /** Returns the coordinate at the left edge of pixel {@code x}; pixels may lie outside the window. */
    public double coordinateAt(double x) {
        return from + x * span / width;
    }

    /** Returns the place of a coordinate in pixels from the left edge of the window. */
    public double xOf(double coordinate) {
        return (coordinate - from) * width / span;
    }

    /** Returns whether the whole axis is seen. */
    public boolean isWhole() {
        return span >= length;
    }

    /**
     * Returns the window after zooming, the coordinate at pixel {@code x} staying there as far as the axis allows.
     *
     * @param x the pixel that keeps its coordinate
     * @param factor above 1 to see less and larger, below 1 to see more
     */
    public Viewport zoomed(double x, double factor) {
        double fixed = coordinateAt(x);
        Viewport clamped = new Viewport(0, span / factor, width, length);
        return new Viewport(fixed - x * clamped.span / width, clamped.span, width, length);
    }

    /** Returns the window moved to the right by a number of pixels, to the left if it is negative. */
    public Viewport panned(double pixels) {
        return new Viewport(coordinateAt(pixels), span, width, length);
    }

    /** Returns the window of the same span whose left edge is at a coordinate. */
    public Viewport movedTo(double coordinate) {
        return new Viewport(coordinate, span, width, length);
    }

    /** Returns the window of the same span with a coordinate in its middle. */
    public Viewport centredOn(double coordinate) {
        return movedTo(coordinate - span / 2);
    }

    /** Returns the same coordinates over another number of pixels. */
    public Viewport resized(int newWidth) {
        return new Viewport(from, span, newWidth, length);
    }

    /**
     * Returns the window that shows a range with some room around it.
     *
     * @param start first coordinate of the range
     * @param end the coordinate after it
     * @param room how much wider than the range the window is, as a share of the range, at each side
     */
    public Viewport showing(double start, double end, double room) {
        return centredSpan((start + end) / 2, Math.max(1, end - start) * (1 + 2 * room));
    }

    private Viewport centredSpan(double middle, double wanted) {
        return new Viewport(0, wanted, width, length).centredOn(middle);
    }

    /**
     * Returns the nearest window in which a range can be seen: this one if the range is in it; enlarged if the range
     * would be too narrow to be recognized; at its start if it is wider than the window.
     */
    public Viewport revealing(double start, double end) {
        double near = Math.max((end - start) * width / ENLARGED, CONTEXT);
        if ((end - start) / bytesPerPixel() < READABLE && span > near) {
            return centredSpan((start + end) / 2, near);
        }
        if (end - start >= span) {
            return touches(start, end) ? this : movedTo(start);
        }
        return start >= from && end <= to() ? this : centredOn((start + end) / 2);
    }

    /** Returns whether any part of a range is in the window. */
    public boolean touches(double start, double end) {
        return end > from && start < to();
    }
}
