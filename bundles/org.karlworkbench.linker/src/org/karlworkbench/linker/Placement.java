package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where one draw puts everything: the addresses of pieces, slots, sections and the script's symbols. */
final class Placement {
    /**
     * A number that the script puts into a section.
     *
     * @param output the section
     * @param address where
     * @param bytes 1, 2, 4 or 8
     */
    record Datum(int output, long address, int bytes, long value) {}

    /** The addresses of pieces, then of slots; 0 for what is not in this kernel. */
    final long[] base;

    /** The sizes of pieces; those of the gap are the draw's. */
    final long[] size;

    /** Pieces that are not in this kernel. */
    final boolean[] excluded;

    /** The place of each object in the link order. */
    final int[] rank;

    /** The pieces in the order of their statements, and where each statement's end. */
    final int[] sorted;

    final int[] ends;

    /** By output: address, size, alignment, load address. */
    final long[] address;

    final long[] extent;
    final long[] align;
    final long[] load;
    final boolean[] placed;

    /** The outputs in the order in which they were placed. */
    final List<Integer> order = new ArrayList<>();

    /** The program headers of outputs, by name, where the script has some. */
    final List<List<String>> headers = new ArrayList<>();

    /** What the script assigned. */
    final Map<String, Value> symbols = new HashMap<>();

    final List<Datum> data = new ArrayList<>();

    Placement(Template template, int pieceCount, int sortedCount, int statements) {
        int slots = template.anchors().count();
        int outputs = template.outputs().count();
        base = new long[pieceCount + slots];
        size = new long[pieceCount];
        excluded = new boolean[pieceCount];
        rank = new int[template.read().objects().size() + 2];
        sorted = new int[sortedCount];
        ends = new int[statements];
        address = new long[outputs];
        extent = new long[outputs];
        align = new long[outputs];
        load = new long[outputs];
        placed = new boolean[outputs];
        Arrays.fill(align, 1);
    }

    /** Where the thread pointer points; 0 without thread-local data. */
    long threadPointer(Template template) {
        long end = 0;
        long largest = 1;
        for (int output : order) {
            if (template.outputs().isThreadLocal(output)) {
                end = address[output] + extent[output];
                largest = Math.max(largest, align[output]);
            }
        }
        return end == 0 ? 0 : template.machine().threadPointer(threadBegin(template), end, largest);
    }

    /** Where thread-local data begin, from which their symbols count; 0 without any. */
    long threadBegin(Template template) {
        for (int output : order) {
            if (template.outputs().isThreadLocal(output)) {
                return address[output];
            }
        }
        return 0;
    }
}
