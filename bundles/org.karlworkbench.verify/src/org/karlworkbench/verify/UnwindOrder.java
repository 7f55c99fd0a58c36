package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;
import org.karlworkbench.layout.UnwindTable;

/**
 * Puts the entries of hppa's table for unwinders, which GNU ld sorts, back where the map says that their pieces lie. Then
 * each piece can be compared as any other.
 */
final class UnwindOrder {
    private final Sections sections;
    private final Image image;
    private final Places places;
    private final Placement placement;
    private final SymbolValues values;
    private final int table;

    UnwindOrder(ElfFile kernel, Image image, Places places, Placement placement, SymbolValues values) {
        sections = kernel.sections();
        this.image = image;
        this.places = places;
        this.placement = placement;
        this.values = values;
        table = UnwindTable.find(kernel);
    }

    /** Does so if the objects' pieces are all that the table has; else the comparison will tell. */
    void restore() throws EngineException {
        if (table < 0) {
            return;
        }
        byte[] sorted = image.content(table);
        long[] functions = new long[Math.max(0, UnwindTable.entry(sorted.length))];
        Arrays.fill(functions, UnwindTable.UNKNOWN);
        for (int row = 0; row < places.count(); row++) {
            if (places.kind(row) == PlaceKind.INPUT
                    && placement.input(row) != null
                    && placement.isWhole(row)
                    && image.find(places.output(row), places.address(row), places.size(row)) == table) {
                enter(row, functions);
            }
        }
        byte[] restored = UnwindTable.unsorted(sorted, 0, functions);
        if (restored.length == sorted.length) {
            image.replace(table, restored);
        }
    }

    private void enter(int row, long[] functions) {
        Input input = placement.input(row);
        long[] own = UnwindTable.functions(
                input.facts().relocations(placement.section(row)), places.size(row), symbol -> address(input, symbol));
        int first = UnwindTable.entry(places.address(row) - sections.address(table));
        if (own != null && first >= 0) {
            System.arraycopy(own, 0, functions, first, own.length);
        }
    }

    private long address(Input input, int symbol) {
        long value = values.value(input, symbol);
        return value == SymbolValues.UNKNOWN ? UnwindTable.UNKNOWN : value;
    }
}
