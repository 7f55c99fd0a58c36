package org.karlworkbench.ui.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapMotion;

/** The way from the map of one kernel to that of another. */
public final class KernelMotion {
    private KernelMotion() {}

    /**
     * What each object, symbol, section and gap of the second kernel was in the first. Linear in the rows.
     *
     * @param comparison the two kernels
     * @param from the first one's map
     * @param to the second one's map
     * @param lanes the lanes of both
     */
    public static MapMotion of(Comparison comparison, MapModel from, MapModel to, List<RowTable> lanes) {
        return new MapMotion(
                from, to, lanes.stream().map(lane -> partners(comparison, lane)).toList());
    }

    private static int[] partners(Comparison comparison, RowTable lane) {
        Rows a = lane.rows(comparison.a());
        Rows b = lane.rows(comparison.b());
        return switch (lane) {
            case OBJECTS -> turned(comparison.objects().partners(), b.count());
            case SYMBOLS -> turned(comparison.symbols().partners(), b.count());
            case SECTIONS, GAPS -> byName(a, b);
        };
    }

    /** From rows of the second to rows of the first. */
    private static int[] turned(int[] partners, int count) {
        int[] turned = new int[count];
        Arrays.fill(turned, -1);
        for (int row = 0; row < partners.length; row++) {
            if (partners[row] >= 0) {
                turned[partners[row]] = row;
            }
        }
        return turned;
    }

    private static int[] byName(Rows a, Rows b) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < a.count(); row++) {
            rows.putIfAbsent(a.name(row), row);
        }
        return IntStream.range(0, b.count())
                .map(row -> rows.getOrDefault(b.name(row), -1))
                .toArray();
    }
}
