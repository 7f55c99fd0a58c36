package org.karlworkbench.picture;

/**
 * The colours of a map apart from those of its items, all {@code 0xRRGGBB}.
 *
 * @param background of the whole map
 * @param foreground names and addresses
 * @param muted less important text
 * @param line ruler, page lines, borders
 * @param lane background of a lane, where no item lies
 * @param selection what is selected, and the window in the overview strip
 * @param card background of the card at the pointer
 */
public record MapStyle(int background, int foreground, int muted, int line, int lane, int selection, int card) {
    /** Dark on white. */
    public static final MapStyle LIGHT = of(0xffffff, 0x1f2328, 0x0b66c3);
    /** Light on dark grey. */
    public static final MapStyle DARK = of(0x26292d, 0xe2e5e8, 0x5aa9f8);

    /** Derives all colours from the three that a theme gives. */
    public static MapStyle of(int background, int foreground, int selection) {
        return new MapStyle(
                background & Palette.RGB,
                foreground & Palette.RGB,
                Palette.mix(background, foreground, 0.6),
                Palette.mix(background, foreground, 0.28),
                Palette.mix(background, foreground, 0.055),
                selection & Palette.RGB,
                Palette.mix(background, foreground, isDark(background) ? 0.08 : 0.015));
    }

    /** Tells whether the background is dark. */
    public boolean isDark() {
        return isDark(background);
    }

    private static boolean isDark(int colour) {
        return Palette.brightness(colour) < 0.45;
    }
}
