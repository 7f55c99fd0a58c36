package org.karlworkbench.ui.canvas;

import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.karlworkbench.picture.TextMeasure;

/**
 * Measures text in a font of the screen. The width of each usual character is asked for once: laying out whole texts
 * would cost more than all the rest of a frame.
 */
final class GcMeasure implements TextMeasure {
    private static final int KNOWN = 0x250; // Latin letters
    private static final int SAMPLES = 16;

    private final double[] widths = new double[KNOWN];
    private final int height;
    private final double ellipsis;
    private final double wide;

    GcMeasure(Drawable drawable, Font font) {
        GC gc = new GC(drawable);
        try {
            gc.setFont(font);
            height = gc.getFontMetrics().getHeight();
            for (char c = ' '; c < 0x7f; c++) {
                widths[c] = widthOf(gc, c);
            }
            double other = widthOf(gc, 'm');
            for (int c = 0x7f; c < KNOWN; c++) {
                widths[c] = other;
            }
            ellipsis = widthOf(gc, '…');
            wide = widthOf(gc, '漢');
        } finally {
            gc.dispose();
        }
    }

    private static double widthOf(GC gc, char c) {
        return gc.stringExtent(Ligatures.parted(String.valueOf(c).repeat(SAMPLES))).x / (double) SAMPLES;
    }

    @Override
    public int width(String text) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c < KNOWN ? widths[c] : c == '…' ? ellipsis : wide;
        }
        return (int) Math.ceil(sum);
    }

    @Override
    public int height() {
        return height;
    }
}
