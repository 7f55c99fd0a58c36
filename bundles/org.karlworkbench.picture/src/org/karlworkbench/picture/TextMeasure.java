package org.karlworkbench.picture;

/** How much room text takes in the font that a picture will be drawn with. Whole pixels. */
public interface TextMeasure {
    /** Returns the width of a line of text. */
    int width(String text);

    /** Returns the height of a line of text. */
    int height();

    /** Returns a measure for pictures without a screen: every character as wide as an average one of a 12 pixel font. */
    static TextMeasure average() {
        return new TextMeasure() {
            @Override
            public int width(String text) {
                return text.length() * 7;
            }

            @Override
            public int height() {
                return 15;
            }
        };
    }

    /**
     * Returns a text that is no wider than some pixels: the whole one, or its beginning with an ellipsis, or nothing
     * if fewer than three characters would remain.
     */
    default String fitted(String text, int pixels) {
        if (width(text) <= pixels) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (width(text.substring(0, middle) + "…") <= pixels) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        if (fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1))) {
            fits--;
        }
        return fits < 3 ? "" : text.substring(0, fits) + "…";
    }
}
