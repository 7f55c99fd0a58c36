package org.karlworkbench.linker;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;

/** A kit's symbols by the pieces in which they lie, so that a layout has their addresses without sorting. */
final class SymbolRows {
    private static final int TYPE = 0xf;

    private final KernelSymbols symbols;
    private final int[] first;
    /** The symbols of all pieces, with their offsets for addresses. */
    private final LinkedColumns rows;

    private final int[] slotted;

    SymbolRows(KernelSymbols symbols, int pieces) {
        this.symbols = symbols;
        first = new int[pieces + 1];
        int[] others = new int[symbols.count()];
        int slots = 0;
        for (int i = 0; i < symbols.count(); i++) {
            if (isRow(i)) {
                first[symbols.target(i) + 1]++;
            } else if (isShown(i)) {
                others[slots++] = i;
            }
        }
        slotted = Arrays.copyOf(others, slots);
        for (int piece = 0; piece < pieces; piece++) {
            first[piece + 1] += first[piece];
        }
        rows = columns(sorted());
    }

    private LinkedColumns columns(int[] numbers) {
        long[] offsets = new long[numbers.length];
        long[] sizes = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            offsets[i] = symbols.value(numbers[i]);
            sizes[i] = symbols.size(numbers[i]);
        }
        return new LinkedColumns(numbers, offsets, sizes);
    }

    /** Files have no address, and absolute numbers are none. */
    private boolean isShown(int i) {
        int target = symbols.target(i);
        return (symbols.info(i) & TYPE) != Elf.STT_FILE
                && target != KernelSymbols.UNDEFINED
                && target != Anchors.ZERO
                && (target < 0 || symbols.value(i) >= 0);
    }

    /** No piece is larger; what a kit says to lie farther on is sorted with the others that only a draw tells. */
    private boolean isRow(int i) {
        return isShown(i) && symbols.target(i) >= 0 && symbols.value(i) <= Integer.MAX_VALUE;
    }

    private int[] sorted() {
        int[] numbers = new int[first[first.length - 1]];
        int[] next = first.clone();
        for (int i = 0; i < symbols.count(); i++) {
            if (isRow(i)) {
                numbers[next[symbols.target(i)]++] = i;
            }
        }
        long[] keys = new long[1];
        for (int piece = 0; piece + 1 < first.length; piece++) {
            int length = first[piece + 1] - first[piece];
            if (length > 1) {
                keys = sort(numbers, first[piece], length, keys);
            }
        }
        return numbers;
    }

    /** Sorts some rows by offset; equals stay in the order of the table. */
    private long[] sort(int[] numbers, int from, int length, long[] keys) {
        long[] room = keys.length >= length ? keys : new long[2 * length];
        for (int i = 0; i < length; i++) {
            room[i] = symbols.value(numbers[from + i]) << Integer.SIZE | numbers[from + i];
        }
        Arrays.sort(room, 0, length);
        for (int i = 0; i < length; i++) {
            numbers[from + i] = (int) room[i];
        }
        return room;
    }

    int count() {
        return rows.count();
    }

    /** Adds the symbols of a piece that lies at an address. */
    void addTo(ColumnsBuilder columns, int piece, long base) {
        columns.addAll(rows, first[piece], first[piece + 1], base);
    }

    /** The symbols whose addresses only a draw tells. */
    int[] slotted() {
        return slotted;
    }

    KernelSymbols symbols() {
        return symbols;
    }
}
