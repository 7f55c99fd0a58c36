package org.karlworkbench.ui.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.picture.MapMotion;
import org.karlworkbench.picture.Ribbons;
import org.karlworkbench.ui.kernel.KernelMotion;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kernel.RowTable;

/**
 * What a Job makes for a comparison: the two kernels and their maps on one scale.
 *
 * @param comparison the kernels side by side
 * @param mapA the map of the first
 * @param mapB the map of the second
 * @param ribbons lead from the places in the first to those in the second
 * @param rows the rows of each table
 */
record ComparisonContent(
        Comparison comparison, MapModel mapA, MapModel mapB, Ribbons ribbons, Map<MoveTable, PairRows> rows) {
    /** The lanes of each map. */
    static final List<RowTable> LANES = List.of(RowTable.SECTIONS, RowTable.OBJECTS, RowTable.SYMBOLS);

    static ComparisonContent read(ComparisonInput input, Progress progress) throws EngineException {
        LayoutSource.Relink a = LayoutSource.readWithKit(input.a(), progress);
        LayoutSource.Relink b = LayoutSource.readWithKit(input.b(), progress);
        Comparison comparison = Comparison.of(a.layout(), b.layout(), a.kit(), b.kit(), progress);
        List<MapModel> maps = MoveColours.maps(comparison, LANES);
        Map<MoveTable, PairRows> rows = new EnumMap<>(MoveTable.class);
        for (MoveTable table : MoveTable.values()) {
            boolean known = table == MoveTable.SYMBOLS || comparison.knowsObjects();
            rows.put(table, new PairRows(table.moves(comparison), comparison.figures(), known));
        }
        return new ComparisonContent(comparison, maps.get(0), maps.get(1), ribbons(comparison, maps), rows);
    }

    /** The way from the first map to the second, made anew at each call: few comparisons are ever played. */
    MapMotion motion() {
        return KernelMotion.of(comparison, mapA, mapB, LANES);
    }

    /** Between objects; between symbols where no object is known. */
    private static Ribbons ribbons(Comparison comparison, List<MapModel> maps) {
        MoveTable table = comparison.knowsObjects() ? MoveTable.OBJECTS : MoveTable.SYMBOLS;
        int lane = LANES.indexOf(table.rows());
        return new Ribbons(
                maps.get(0), maps.get(1), lane, table.moves(comparison).partners());
    }
}
