package org.karlworkbench.picture;

import java.nio.charset.StandardCharsets;

/**
 * Colours for the items of maps, as {@code 0xRRGGBB}. All are calm and of middle lightness, so that they stand out
 * from light and from dark backgrounds and dark text can be read on them.
 */
public final class Palette {
    /** Added to a colour: the item is drawn hatched. */
    public static final int HATCHED = 1 << 24;

    /** Machine code. */
    public static final int CODE = Oklch.rgb(0.72, 0.095, 252);
    /** Data that is only read. */
    public static final int READ_ONLY = Oklch.rgb(0.75, 0.095, 165);
    /** Data that is written. */
    public static final int DATA = Oklch.rgb(0.77, 0.105, 75);
    /** Data that starts as zeros and has no bytes in the file. */
    public static final int BSS = Oklch.rgb(0.71, 0.085, 320);
    /** What the linker made itself. */
    public static final int LINKER = Oklch.rgb(0.70, 0.06, 205);
    /** Other things. */
    public static final int OTHER = Oklch.rgb(0.72, 0.05, 110);
    /** Things of which nothing is known. */
    public static final int UNKNOWN = Oklch.rgb(0.70, 0.012, 260);
    /** The random gaps, filled with pad words. */
    public static final int GAP = Oklch.rgb(0.66, 0.15, 27) | HATCHED;
    /** What lies between things because of their alignment. */
    public static final int FILL = Oklch.rgb(0.70, 0.02, 260) | HATCHED;

    /** The pages of the startup code, which go away after boot. */
    public static final int STARTUP = Oklch.rgb(0.60, 0.17, 305);

    static final int RGB = 0xffffff;

    private static final double[] LIGHTNESS = {0.72, 0.66, 0.79};
    private static final double[] CHROMA = {0.10, 0.085, 0.07};

    private static final int SHORT_MOVE = 4; // bits of a distance
    private static final int FAR_MOVE = 24;

    private Palette() {}

    /**
     * Returns the colour of a name: always the same one, so that an object can be recognized in another map. Names
     * that differ in one character get colours that have nothing to do with each other.
     */
    public static int ofName(String name) {
        int hash = 0x811c9dc5; // FNV-1a, then mixed so that the high bits depend on all characters
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        int tier = (hash >>> 1) % LIGHTNESS.length;
        double hue = (hash >>> 8 & 0xffff) * 360.0 / 0x10000;
        return Oklch.rgb(LIGHTNESS[tier], CHROMA[tier], hue);
    }

    /**
     * Returns a colour for how far something moved.
     *
     * @param share 0 for not moved to 1 for moved farthest; other numbers are brought into this range
     */
    public static int ofDistance(double share) {
        double s = Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
        return Oklch.rgb(0.74 - 0.08 * s, 0.02 + 0.12 * s, 250 - 220 * s);
    }

    /**
     * Returns a colour for how many bytes something moved, either way; from 16 bytes to 16 MiB they differ.
     *
     * @param bytes other than 0
     */
    public static int ofMove(long bytes) {
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, Math.abs(bytes)));
        return ofDistance((bits - SHORT_MOVE) / (double) (FAR_MOVE - SHORT_MOVE));
    }

    /** Returns a colour between two: {@code first} at 0, {@code second} at 1. */
    public static int mix(int first, int second, double share) {
        return channel(first, second, share, 16) | channel(first, second, share, 8) | channel(first, second, share, 0);
    }

    private static int channel(int first, int second, double share, int shift) {
        int a = first >> shift & 0xff;
        int b = second >> shift & 0xff;
        return (int) Math.round(a + (b - a) * share) << shift;
    }

    /** Returns how bright a colour looks, from 0 (black) to 1 (white). */
    public static double brightness(int colour) {
        return (0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff) + 0.0722 * (colour & 0xff)) / 255;
    }

    /** Returns the colour for text on a background: nearly black or nearly white. */
    public static int textOn(int background) {
        return brightness(background) > 0.45 ? 0x16191d : 0xf2f4f6;
    }
}
