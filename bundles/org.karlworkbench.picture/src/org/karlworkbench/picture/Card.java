package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** The card beside the pointer that tells about an item: a title, and below it lines of a word and a value. */
public final class Card {
    private static final int BORDER = 10;
    private static final int BETWEEN = 14;
    private static final int FROM_POINTER = 18;

    private final List<String[]> rows = new ArrayList<>();
    private final String title;
    private final MapStyle style;
    private final TextMeasure measure;

    /**
     * Reads a card's text.
     *
     * @param text lines parted by line feeds: the title first, then word, tab, value; a line without a tab stands alone
     */
    public Card(String text, MapStyle style, TextMeasure measure) {
        this.style = style;
        this.measure = measure;
        String[] lines = text.split("\n");
        this.title = lines.length == 0 ? "" : Names.clean(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            int tab = lines[i].indexOf('\t');
            String word = tab < 0 ? lines[i] : lines[i].substring(0, tab);
            String value = tab < 0 ? "" : lines[i].substring(tab + 1);
            rows.add(new String[] {Names.clean(word), Names.clean(value)});
        }
    }

    /**
     * Returns the card's shapes, placed below and right of the pointer or wherever there is room.
     *
     * @param x the pointer
     * @param y the pointer
     * @param width of the picture that the card stays in
     * @param height of that picture
     */
    public List<Shape> shapes(int x, int y, int width, int height) {
        int words = widest(0);
        int inner = Math.max(measure.width(title) * 11 / 10, words + widest(1) + (widest(1) > 0 ? BETWEEN : 0));
        int cardWidth = Math.min(inner + 2 * BORDER, Math.max(0, width - 4));
        int step = measure.height() + 2;
        int cardHeight = (rows.size() + 1) * step + 2 * BORDER - 4 + (rows.isEmpty() ? 0 : 4);
        int left = x + FROM_POINTER + cardWidth <= width - 2 ? x + FROM_POINTER : x - FROM_POINTER - cardWidth;
        left = Math.max(2, Math.min(left, width - 2 - cardWidth));
        int top = y + FROM_POINTER + cardHeight <= height - 2 ? y + FROM_POINTER : y - FROM_POINTER - cardHeight;
        top = Math.max(2, Math.min(top, height - 2 - cardHeight));
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Box(left + 2, top + 3, cardWidth, cardHeight, 0, 40));
        shapes.add(new Shape.Box(left, top, cardWidth, cardHeight, style.card()));
        shapes.add(new Shape.Frame(left, top, cardWidth, cardHeight, 1, style.line()));
        int room = cardWidth - 2 * BORDER;
        int lineTop = top + BORDER - 2;
        String shown = measure.fitted(title, room);
        shapes.add(new Shape.Text(left + BORDER, lineTop, shown, style.foreground(), true));
        lineTop += step + 4;
        for (String[] row : rows) {
            String value = measure.fitted(row[1], room - words - BETWEEN);
            shapes.add(new Shape.Text(left + BORDER, lineTop, measure.fitted(row[0], room), style.muted()));
            shapes.add(new Shape.Text(left + BORDER + words + BETWEEN, lineTop, value, style.foreground()));
            lineTop += step;
        }
        return shapes;
    }

    private int widest(int column) {
        return rows.stream()
                .filter(row -> column == 1 || !row[1].isEmpty())
                .mapToInt(row -> measure.width(row[column]))
                .max()
                .orElse(0);
    }
}
