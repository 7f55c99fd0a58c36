package org.karlworkbench.picture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.karlworkbench.picture.Card;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Names;
import org.karlworkbench.picture.Numbers;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.picture.Shape;
import org.karlworkbench.picture.TextMeasure;

class TextTest {
    @Test
    void namesAreMadeHarmless() {
        assertEquals("uvm_fault", Names.clean("uvm_fault"));
        assertEquals("", Names.clean(null));
        assertEquals("a\ufffdb\ufffdc", Names.clean("a\u0007b\u202ec"));
        assertEquals("\ufffd", Names.clean("\ud800"));
        assertEquals("größe", Names.clean("größe"));
        assertEquals(Names.LONGEST + 1, Names.clean("x".repeat(100_000)).length());
    }

    @Test
    void numbersAreWrittenForPeople() {
        assertEquals("0xffffffff81000000", Numbers.address(0xffffffff81000000L));
        assertEquals("0x0", Numbers.address(0));
        assertEquals("1 byte", Numbers.bytes(1));
        assertEquals("0 bytes", Numbers.bytes(0));
        assertEquals("1023 bytes", Numbers.bytes(1023));
        assertEquals("4 KiB", Numbers.bytes(4096));
        assertEquals("1.4 MiB", Numbers.bytes(1_500_000));
        assertEquals("1 MiB", Numbers.bytes((1 << 20) - 1));
        assertEquals("16 EiB", Numbers.bytes(-1));
        assertEquals("150,000", Numbers.count(150_000));
    }

    @Test
    void textIsCutToFit() {
        TextMeasure measure = TextMeasure.average();
        assertEquals("uvm_fault", measure.fitted("uvm_fault", 63));
        assertEquals("uvm_f…", measure.fitted("uvm_fault", 42));
        assertEquals("", measure.fitted("uvm_fault", 21));
    }

    @Test
    void objectKeepsItsColour() {
        assertEquals(Palette.ofName("if_em.o"), Palette.ofName("if_em.o"));
        assertNotEquals(Palette.ofName("if_em.o"), Palette.ofName("if_ex.o"));
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            int colour = Palette.ofName("object" + i + ".o");
            colours.add(colour);
            double brightness = Palette.brightness(colour);
            assertTrue(brightness > 0.4 && brightness < 0.85, Integer.toHexString(colour));
        }
        assertTrue(colours.size() > 600, colours.size() + " colours");
    }

    @Test
    void distanceGoesFromGreyToRed() {
        assertEquals(Palette.ofDistance(0), Palette.ofDistance(-3));
        assertEquals(Palette.ofDistance(0), Palette.ofDistance(Double.NaN));
        int far = Palette.ofDistance(1);
        assertTrue((far >> 16) > (far & 0xff), Integer.toHexString(far));
    }

    @Test
    void textCanBeReadOnEveryColour() {
        for (int i = 0; i < 500; i++) {
            int colour = Palette.ofName("o" + i);
            double difference = Math.abs(Palette.brightness(Palette.textOn(colour)) - Palette.brightness(colour));
            assertTrue(difference > 0.3);
        }
        assertTrue(MapStyle.DARK.isDark() && !MapStyle.LIGHT.isDark());
    }

    @Test
    void cardStaysInThePicture() {
        Card card =
                new Card("if_em.o\nAddress\t0xffffffff81234560\nSize\t12 KiB", MapStyle.DARK, TextMeasure.average());
        for (int x = 0; x <= 600; x += 50) {
            for (int y = 0; y <= 300; y += 50) {
                List<Shape> shapes = card.shapes(x, y, 600, 300);
                Shape.Frame frame = (Shape.Frame) shapes.get(2);
                assertTrue(frame.x() >= 0 && frame.x() + frame.width() <= 600);
                assertTrue(frame.y() >= 0 && frame.y() + frame.height() <= 300);
                boolean covers = x >= frame.x()
                        && x < frame.x() + frame.width()
                        && y >= frame.y()
                        && y < frame.y() + frame.height();
                assertTrue(!covers, "covers the pointer at " + x + "," + y);
            }
        }
    }

    @Test
    void cardShowsTitleWordsAndValues() {
        List<String> texts = new Card("a\u202eb\nSize\t3\nnote", MapStyle.LIGHT, TextMeasure.average())
                .shapes(10, 10, 500, 500).stream()
                        .filter(Shape.Text.class::isInstance)
                        .map(shape -> ((Shape.Text) shape).text())
                        .toList();
        assertEquals(List.of("a\ufffdb", "Size", "3", "note", ""), texts);
    }
}
