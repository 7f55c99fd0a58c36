package org.karlworkbench.ui.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.picture.MapModel;
import org.karlworkbench.ui.kernel.Lanes;
import org.karlworkbench.ui.kernel.LayoutSource;
import org.karlworkbench.ui.kernel.RowTable;

/**
 * What a Job makes for a comparison: the two kernels and their maps on one scale.
 *
 * @param comparison the kernels side by side
 * @param mapA the map of the first
 * @param mapB the map of the second
 * @param rows the rows of each table
 */
record ComparisonContent(Comparison comparison, MapModel mapA, MapModel mapB, Map<MoveTable, PairRows> rows) {
    /** The lanes of each map. */
    static final List<RowTable> LANES = List.of(RowTable.SECTIONS, RowTable.OBJECTS, RowTable.SYMBOLS);

    static ComparisonContent read(ComparisonInput input, Progress progress) throws EngineException {
        Layout a = LayoutSource.read(input.a(), progress);
        Layout b = LayoutSource.read(input.b(), progress);
        Comparison comparison = Comparison.of(
                a,
                b,
                LayoutSource.kitOrNull(input.a(), progress),
                LayoutSource.kitOrNull(input.b(), progress),
                progress);
        long page = LayoutSource.page(a);
        List<MapModel> maps = MapModel.onOneScale(Lanes.of(a, LANES, page, null), Lanes.of(b, LANES, page, null));
        Map<MoveTable, PairRows> rows = new EnumMap<>(MoveTable.class);
        for (MoveTable table : MoveTable.values()) {
            rows.put(table, new PairRows(table.moves(comparison)));
        }
        return new ComparisonContent(comparison, maps.get(0), maps.get(1), rows);
    }
}
