package org.karlworkbench.picture;

import java.util.ArrayList;
import java.util.List;

/** Two lanes over one address axis, with ribbons between the places of the same thing in both. */
public final class RibbonPicture {
    private static final int MARGIN = 8;
    private static final int LANE_HEIGHT = 28;
    private static final int BETWEEN = 240;
    private static final long PAGE = 4096;

    private RibbonPicture() {}

    /**
     * Draws them.
     *
     * @param a the upper lane, of whose colours the ribbons are
     * @param b the lower one
     * @param partner for each item of the upper lane its number in the lower one, or -1
     * @param width of the picture in pixels, above 100
     * @param style the colours
     * @param measure the font
     * @return the picture; what lies in one pixel is drawn once
     */
    public static Picture of(MapLane a, MapLane b, int[] partner, int width, MapStyle style, TextMeasure measure) {
        List<MapModel> models = MapModel.onOneScale(MapModel.of(List.of(a), PAGE), MapModel.of(List.of(b), PAGE));
        Viewport whole = Viewport.whole(models.getFirst().scale().length(), width - 2 * MARGIN);
        int top = MARGIN + measure.height() + MARGIN / 2;
        int bottom = top + LANE_HEIGHT + BETWEEN;
        Ribbons.Band band = new Ribbons.Band(top + LANE_HEIGHT, BETWEEN, whole, MARGIN, whole, MARGIN);
        List<Shape> shapes = new ArrayList<>(new Ribbons(models.get(0), models.get(1), 0, partner).shapes(band, -1));
        lane(models.get(0), whole, top, MARGIN, style, measure, shapes);
        lane(models.get(1), whole, bottom, bottom + LANE_HEIGHT + MARGIN / 2, style, measure, shapes);
        int height = bottom + LANE_HEIGHT + measure.height() + 2 * MARGIN;
        return new Picture(width, height, style.background(), shapes);
    }

    private static void lane(
            MapModel model,
            Viewport whole,
            int top,
            int textTop,
            MapStyle style,
            TextMeasure measure,
            List<Shape> shapes) {
        shapes.add(new Shape.Box(MARGIN, top, whole.width(), LANE_HEIGHT, style.lane()));
        new LanePainter(model, style, measure, Highlight.NONE, shapes).paint(0, whole, MARGIN, top, LANE_HEIGHT, true);
        shapes.add(new Shape.Text(MARGIN, textTop, model.lane(0).name(), style.foreground()));
    }
}
