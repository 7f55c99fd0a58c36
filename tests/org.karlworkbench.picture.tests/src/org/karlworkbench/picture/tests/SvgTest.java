package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Highlight;
import org.karlworkbench.picture.MapGeometry;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapPainter;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.Svg;
import org.karlworkbench.picture.TextMeasure;
import org.karlworkbench.picture.Viewport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgTest {
    private static final String EVIL = "</text><script>alert(\"1\")</script>&\u0000\u202e'\ud800";

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyShapeIsWritten() throws Exception {
        Picture picture = new Picture(
                100,
                50,
                0xffffff,
                List.of(
                        new Shape.Box(1, 2, 3, 4, 0x123456),
                        new Shape.Box(1, 2, 0, 4, 0x123456),
                        new Shape.Hatch(5, 5, 20, 20, 0xff0000, 128),
                        new Shape.Frame(1, 1, 10, 10, 2, 0x00ff00),
                        Shape.Path.line(0, 0, 9, 9, 0x0000ff, 100),
                        new Shape.Text(3, 3, "a < b", 0, true)));
        Element root = parsed(Svg.of(picture, "A & B")).getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals("100", root.getAttribute("width"));
        assertEquals("A & B", root.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(4, root.getElementsByTagName("rect").getLength());
        assertEquals(1, root.getElementsByTagName("pattern").getLength());
        assertEquals(2, root.getElementsByTagName("path").getLength());
        assertEquals("a < b", root.getElementsByTagName("text").item(0).getTextContent());
    }

    @Test
    void namesFromFilesAreEscaped() throws Exception {
        MapLane lane = new MapLane(
                EVIL, new long[] {-4096, -2048}, new long[] {2048, 2048}, new int[] {Palette.GAP, 0x336699}, _ -> EVIL);
        MapModel model = MapModel.of(List.of(lane), 4096);
        MapGeometry geometry = MapGeometry.of(model, 1000, 300, 150, TextMeasure.average());
        MapPainter painter = new MapPainter(model, MapStyle.LIGHT, TextMeasure.average(), Highlight.NONE);
        String svg = Svg.of(painter.paint(Viewport.whole(4096, geometry.windowWidth()), geometry), EVIL);
        Document document = parsed(svg);
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertFalse(svg.contains("<script"));
        assertTrue(svg.contains("&lt;script&gt;"));
    }
}
