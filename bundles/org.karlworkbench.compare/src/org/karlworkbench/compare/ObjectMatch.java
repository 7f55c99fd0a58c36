package org.karlworkbench.compare;

import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** Finds each piece of one kernel in another: by object, input section, and number among those of the same name there. */
final class ObjectMatch {
    private ObjectMatch() {}

    /**
     * For each row of the first layout's table of objects its row in the second's, or -1. Alignment has no identity, nor
     * has what the linker made but for its name.
     */
    static int[] of(Layout a, Layout b) {
        Rows rowsA = a.objects();
        Rows rowsB = b.objects();
        Map<String, Integer> inB = HashMap.newHashMap(rowsB.count());
        Map<String, Integer> times = new HashMap<>();
        for (int row = 0; row < rowsB.count(); row++) {
            String key = key(b, row);
            if (key != null) {
                inB.put(key + '\0' + times.merge(key, 1, Integer::sum), row);
            }
        }
        times.clear();
        int[] partner = new int[rowsA.count()];
        for (int row = 0; row < partner.length; row++) {
            String key = key(a, row);
            partner[row] = key == null ? -1 : inB.getOrDefault(key + '\0' + times.merge(key, 1, Integer::sum), -1);
        }
        return partner;
    }

    private static String key(Layout layout, int row) {
        Rows rows = layout.objects();
        Kind kind = rows.kind(row);
        if (kind == Kind.FILL) {
            return null;
        }
        int place = rows.source(row);
        String section = place < 0 || kind == Kind.GAP
                ? rows.section(row)
                : layout.places().section(place);
        return kind.label() + '\0' + rows.name(row) + '\0' + section;
    }
}
