package org.karlworkbench.picture;

/**
 * Colours by lightness, chroma and hue as the eye sees them (Björn Ottosson's Oklab): equal lightness looks equally
 * light whatever the hue, which HSB does not give.
 */
final class Oklch {
    private Oklch() {}

    /**
     * Returns {@code 0xRRGGBB}; what the screen cannot show is cut off at its borders.
     *
     * @param lightness 0 to 1
     * @param chroma 0 (grey) to about 0.3
     * @param hue degrees
     */
    static int rgb(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = screen(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = screen(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = screen(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return red << 16 | green << 8 | blue;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /** The sRGB transfer function, to 0 to 255. */
    private static int screen(double linear) {
        double c = Math.clamp(linear, 0, 1);
        double curved = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * curved);
    }
}
