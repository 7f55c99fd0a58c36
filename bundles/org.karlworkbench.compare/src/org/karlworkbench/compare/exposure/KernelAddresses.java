package org.karlworkbench.compare.exposure;

import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** Where one kernel has the symbols of its kit. */
public final class KernelAddresses {
    private record Key(String object, String name) {}

    private static final long SEVERAL = Long.MIN_VALUE + 1;

    private final Map<Key, Long> addresses = new HashMap<>();

    /**
     * Reads a layout.
     *
     * @param layout one that knows the objects of its symbols
     */
    public KernelAddresses(Layout layout) {
        Rows rows = layout.symbols();
        for (int row = 0; row < rows.count(); row++) {
            if (rows.sectionIndex(row) >= 0) {
                long address = rows.address(row);
                addresses.merge(
                        new Key(rows.object(row), rows.name(row)), address, (a, b) -> a.equals(b) ? a : SEVERAL);
            }
        }
    }

    /** The address of a symbol; null where the kernel does not tell, or has several of the name. */
    Long of(String object, String name) {
        Long address = addresses.get(new Key(object, name));
        return address == null || address == SEVERAL ? null : address;
    }
}
