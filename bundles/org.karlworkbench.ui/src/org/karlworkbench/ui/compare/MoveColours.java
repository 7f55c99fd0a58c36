package org.karlworkbench.ui.compare;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.State;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;
import org.karlworkbench.picture.Legend;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.Palette;
import org.karlworkbench.ui.kernel.Lanes;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kernel.RowTable;
import org.karlworkbench.ui.kernel.SectionColours;

/** The maps of a comparison, coloured by how far everything moved. Sections keep the colours of what they are. */
final class MoveColours {
    /** Distances from 16 bytes to 16 MiB have different colours. */
    private static final int SHORT = 4;

    private static final int FAR = 24;
    private static final int STEP = 5;

    private static final int FIXED = Palette.UNKNOWN;
    private static final int ALONE = Palette.BSS;

    private final Comparison comparison;
    private final Map<RowTable, int[]> inA = new EnumMap<>(RowTable.class);
    private final Map<RowTable, int[]> inB = new EnumMap<>(RowTable.class);

    private MoveColours(Comparison comparison) {
        this.comparison = comparison;
        for (MoveTable table : MoveTable.values()) {
            colour(table);
        }
    }

    /** Both maps on one scale; linear in the rows, not for the UI thread. */
    static List<MapModel> maps(Comparison comparison, List<RowTable> lanes) {
        MoveColours colours = new MoveColours(comparison);
        return MapModel.onOneScale(
                colours.map(comparison.a(), lanes, colours.inA), colours.map(comparison.b(), lanes, colours.inB));
    }

    private MapModel map(Layout layout, List<RowTable> lanes, Map<RowTable, int[]> colours) {
        long page = LayoutSource.page(comparison.a());
        return Lanes.of(
                layout,
                lanes,
                page,
                (table, row) -> colours.containsKey(table) ? colours.get(table)[row] : SectionColours.of(layout, row),
                Legend.NONE);
    }

    /** What the colours mean; both maps have one for them. */
    static Legend legend() {
        return new Legend(List.of(
                new Legend.Entry(FIXED, "did not move"),
                new Legend.Entry(ofDistance(1L << SHORT), "by 16 B"),
                new Legend.Entry(ofDistance(1L << SHORT + STEP), "512 B"),
                new Legend.Entry(ofDistance(1L << SHORT + 2 * STEP), "16 KiB"),
                new Legend.Entry(ofDistance(1L << FAR), "16 MiB or more"),
                new Legend.Entry(ALONE, "only here"),
                new Legend.Entry(Palette.GAP, "gap")));
    }

    private void colour(MoveTable table) {
        Pairs pairs = table.moves(comparison);
        int[] a = plain(table.rows().rows(comparison.a()));
        int[] b = plain(table.rows().rows(comparison.b()));
        for (int pair = 0; pair < pairs.count(); pair++) {
            int colour = pairs.state(pair) == State.MOVED ? ofDistance(pairs.distance(pair)) : FIXED;
            set(a, pairs.rowA(pair), pairs.state(pair) == State.ONLY_A ? ALONE : colour);
            set(b, pairs.rowB(pair), pairs.state(pair) == State.ONLY_B ? ALONE : colour);
        }
        inA.put(table.rows(), a);
        inB.put(table.rows(), b);
    }

    /** Gaps and alignment have no identity, so that nothing moved. */
    private static int[] plain(Rows rows) {
        int[] colours = new int[rows.count()];
        Arrays.setAll(colours, row -> switch (rows.kind(row)) {
            case Kind.GAP -> Palette.GAP;
            case Kind.FILL -> Palette.FILL;
            default -> 0;
        });
        return colours;
    }

    private static void set(int[] colours, int row, int colour) {
        if (row >= 0 && colours[row] == 0) {
            colours[row] = colour;
        }
    }

    private static int ofDistance(long distance) {
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, Math.abs(distance)));
        return Palette.ofDistance(Math.clamp((bits - SHORT) / (double) (FAR - SHORT), 0.0, 1.0));
    }
}
