package org.karlworkbench.compare.report;

import java.util.Arrays;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.MapLane;
import org.karlworkbench.picture.MapStyle;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.picture.Picture;
import org.karlworkbench.picture.RibbonPicture;
import org.karlworkbench.picture.TextMeasure;

/** The two kernels as maps, with ribbons between the places of the same object; of functions where no object is known. */
final class ComparisonMap {
    private static final int WIDTH = 1240;

    private ComparisonMap() {}

    static Picture of(Comparison comparison) {
        boolean objects = comparison.knowsObjects();
        int[] partner = (objects ? comparison.objects() : comparison.symbols()).partners();
        Rows rowsA = rows(comparison.a(), objects);
        Rows rowsB = rows(comparison.b(), objects);
        int[] coloursA = colours(rowsA);
        int[] coloursB = colours(rowsB);
        for (int row = 0; row < partner.length; row++) {
            if (partner[row] >= 0 && rowsA.kind(row) != Kind.GAP) {
                long distance = rowsB.address(partner[row]) - rowsA.address(row);
                coloursA[row] = distance == 0 ? Palette.UNKNOWN : Palette.ofMove(distance);
                coloursB[partner[row]] = coloursA[row];
            }
        }
        MapLane a = lane("A", comparison.a(), objects, coloursA);
        MapLane b = lane("B", comparison.b(), objects, coloursB);
        int[] shownA = shown(comparison.a(), objects);
        int[] shownB = shown(comparison.b(), objects);
        int[] ribbons = Arrays.stream(shownA)
                .map(row -> partner[row] < 0 ? -1 : Arrays.binarySearch(shownB, partner[row]))
                .map(item -> Math.max(item, -1))
                .toArray();
        return RibbonPicture.of(a, b, ribbons, WIDTH, MapStyle.LIGHT, TextMeasure.average());
    }

    private static Rows rows(Layout layout, boolean objects) {
        return objects ? layout.objects() : layout.symbols();
    }

    /** What has a place: no absolute or thread-local symbol, no alignment. */
    private static int[] shown(Layout layout, boolean objects) {
        Rows rows = rows(layout, objects);
        return rows.stream()
                .filter(row -> rows.sectionIndex(row) >= 0 && rows.size(row) > 0)
                .filter(row -> rows.kind(row) != Kind.FILL && rows.kind(row) != Kind.ABSOLUTE)
                .filter(row -> objects || layout.symbolTable().type(rows.source(row)) != Elf.STT_TLS)
                .toArray();
    }

    private static MapLane lane(String name, Layout layout, boolean objects, int[] rowColours) {
        Rows rows = rows(layout, objects);
        int[] shown = shown(layout, objects);
        long[] addresses = Arrays.stream(shown).mapToLong(rows::address).toArray();
        long[] sizes = Arrays.stream(shown).mapToLong(rows::size).toArray();
        int[] colours = Arrays.stream(shown).map(row -> rowColours[row]).toArray();
        return new MapLane(name, addresses, sizes, colours, item -> rows.name(shown[item]));
    }

    /** Of what has no partner: it is in one kernel only. */
    private static int[] colours(Rows rows) {
        return rows.stream()
                .map(row -> rows.kind(row) == Kind.GAP ? Palette.GAP : Palette.BSS)
                .toArray();
    }
}
