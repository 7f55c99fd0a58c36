package org.karlworkbench.linker;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;

/** A kit's symbols by the pieces in which they lie, so that a layout has their addresses without sorting. */
final class SymbolRows {
    private static final int TYPE = 0xf;

    private final KernelSymbols symbols;
    private final int[] first;
    private final int[] rows;
    private final int[] slotted;

    SymbolRows(KernelSymbols symbols, int pieces) {
        this.symbols = symbols;
        first = new int[pieces + 1];
        int[] others = new int[symbols.count()];
        int slots = 0;
        for (int i = 0; i < symbols.count(); i++) {
            if (isShown(i) && symbols.target(i) >= 0) {
                first[symbols.target(i) + 1]++;
            } else if (isShown(i)) {
                others[slots++] = i;
            }
        }
        slotted = Arrays.copyOf(others, slots);
        for (int piece = 0; piece < pieces; piece++) {
            first[piece + 1] += first[piece];
        }
        rows = new int[first[pieces]];
        fill();
    }

    /** Files have no address, and absolute numbers are none. */
    private boolean isShown(int i) {
        int target = symbols.target(i);
        return (symbols.info(i) & TYPE) != Elf.STT_FILE
                && target != KernelSymbols.UNDEFINED
                && target != Anchors.ZERO
                && (target < 0 || symbols.value(i) >= 0);
    }

    private void fill() {
        int[] next = first.clone();
        for (int i = 0; i < symbols.count(); i++) {
            if (isShown(i) && symbols.target(i) >= 0) {
                rows[next[symbols.target(i)]++] = i;
            }
        }
        long[] keys = new long[1];
        for (int piece = 0; piece + 1 < first.length; piece++) {
            int length = first[piece + 1] - first[piece];
            if (length > 1) {
                keys = sort(first[piece], length, keys);
            }
        }
    }

    /** Sorts some rows by offset; equals stay in the order of the table. */
    private long[] sort(int from, int length, long[] keys) {
        long[] room = keys.length >= length ? keys : new long[2 * length];
        for (int i = 0; i < length; i++) {
            room[i] = Math.min(symbols.value(rows[from + i]), Integer.MAX_VALUE) << Integer.SIZE | rows[from + i];
        }
        Arrays.sort(room, 0, length);
        for (int i = 0; i < length; i++) {
            rows[from + i] = (int) room[i];
        }
        return room;
    }

    int count() {
        return rows.length;
    }

    /** The symbols of a piece, by their offset in it, as a range of {@link #row}. */
    int first(int piece) {
        return first[piece];
    }

    int row(int i) {
        return rows[i];
    }

    /** The symbols whose addresses only a draw tells. */
    int[] slotted() {
        return slotted;
    }

    KernelSymbols symbols() {
        return symbols;
    }
}
