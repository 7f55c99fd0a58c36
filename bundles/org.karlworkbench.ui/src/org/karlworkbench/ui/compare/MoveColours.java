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
    private static final int FIXED = Palette.UNKNOWN;
    private static final int ALONE = Palette.BSS;

    private final Comparison comparison;
    private final Map<RowTable, int[]> inA = new EnumMap<>(RowTable.class);
    private final Map<RowTable, int[]> inB = new EnumMap<>(RowTable.class);

    private MoveColours(Comparison comparison) {
        this.comparison = comparison;
        colour(MoveTable.SYMBOLS);
        if (comparison.knowsObjects()) {
            colour(MoveTable.OBJECTS);
        } else { // nobody can say how far one moved, nor that the other kernel does not have it
            inA.put(RowTable.OBJECTS, plain(comparison.a().objects(), FIXED));
            inB.put(RowTable.OBJECTS, plain(comparison.b().objects(), FIXED));
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
                new Legend.Entry(Palette.ofMove(16), "by 16 B"),
                new Legend.Entry(Palette.ofMove(512), "512 B"),
                new Legend.Entry(Palette.ofMove(16_384), "16 KiB"),
                new Legend.Entry(Palette.ofMove(16_777_216), "16 MiB or more"),
                new Legend.Entry(ALONE, "only here"),
                new Legend.Entry(Palette.GAP, "gap")));
    }

    private void colour(MoveTable table) {
        Pairs pairs = table.moves(comparison);
        int[] a = plain(table.rows().rows(comparison.a()), 0);
        int[] b = plain(table.rows().rows(comparison.b()), 0);
        for (int pair = 0; pair < pairs.count(); pair++) {
            int colour = pairs.state(pair) == State.MOVED ? Palette.ofMove(pairs.distance(pair)) : FIXED;
            set(a, pairs.rowA(pair), pairs.state(pair) == State.ONLY_A ? ALONE : colour);
            set(b, pairs.rowB(pair), pairs.state(pair) == State.ONLY_B ? ALONE : colour);
        }
        inA.put(table.rows(), a);
        inB.put(table.rows(), b);
    }

    /** Gaps and alignment have no identity, so that nothing moved. */
    private static int[] plain(Rows rows, int others) {
        int[] colours = new int[rows.count()];
        Arrays.setAll(colours, row -> switch (rows.kind(row)) {
            case Kind.GAP -> Palette.GAP;
            case Kind.FILL -> Palette.FILL;
            default -> others;
        });
        return colours;
    }

    private static void set(int[] colours, int row, int colour) {
        if (row >= 0 && colours[row] == 0) {
            colours[row] = colour;
        }
    }
}
