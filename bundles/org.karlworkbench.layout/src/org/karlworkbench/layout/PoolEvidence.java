package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/**
 * What merged strings tell of the link order: linkers write those that only one object has in the order of the objects,
 * GNU ld all of them and lld each of some parts of a pool. A new part begins where the order falls back.
 */
final class PoolEvidence {
    private static final int SEVERAL = -2;
    private static final int NONE = -1;

    private final Board board;
    private final Map<String, Integer> owners = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();

    PoolEvidence(Board board) throws EngineException {
        this.board = board;
        for (int object = 0; object < board.objects().size(); object++) {
            ObjectFile file = board.objects().get(object);
            Sections sections = file.sections();
            for (int i = 1; i < sections.count(); i++) {
                long kind = Elf.SHF_MERGE | Elf.SHF_STRINGS;
                boolean strings = (sections.flags(i) & kind) == kind && sections.entrySize(i) == 1;
                if (strings && sections.isAllocated(i)) {
                    outputs.add(sections.name(i));
                    take(file.content(i), object);
                }
            }
        }
    }

    private void take(byte[] strings, int object) {
        for (int from = 0; from < strings.length; ) {
            int to = end(strings, from, strings.length);
            int own = object;
            owners.merge(text(strings, from, to), own, (old, _) -> old == own ? old : SEVERAL);
            from = to + 1;
        }
    }

    private static int end(byte[] bytes, int from, int limit) {
        int to = from;
        while (to < limit && bytes[to] != 0) {
            to++;
        }
        return to;
    }

    @SuppressWarnings("deprecation") // each byte is a character, whatever the encoding
    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, 0, from, to - from);
    }

    /** For each region with merged strings the objects whose own strings lie there, by address. */
    List<int[]> sequences() throws EngineException {
        List<int[]> sequences = new ArrayList<>();
        int[][] placed = board.placed();
        for (String name : outputs) {
            int region = board.home(name);
            if (region >= 0 && board.hasBytes(region) && placed[region] != null) {
                sequences.add(sequence(region, placed[region]));
                placed[region] = null;
            }
        }
        return sequences;
    }

    private int[] sequence(int region, int[] placed) throws EngineException {
        List<Integer> objects = new ArrayList<>();
        long from = 0;
        for (int piece : placed) {
            addOwners(board.image(region), from, board.offset(piece), objects);
            from = board.end(piece);
        }
        addOwners(board.image(region), from, board.room(region), objects);
        return objects.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addOwners(byte[] image, long start, long stop, List<Integer> objects) {
        int limit = (int) Math.min(stop, image.length);
        for (int from = (int) start; from < limit; ) {
            int to = end(image, from, limit);
            int owner = to == from ? NONE : owners.getOrDefault(text(image, from, to), NONE);
            if (owner >= 0) {
                objects.add(owner);
            }
            from = to + 1;
        }
    }

    /**
     * Adds a pool's sequence to an order, part by part. What stands at the seam of two parts may belong to either.
     *
     * @param sequence objects as {@link #sequences} gives them, numbered as the order does
     * @param firm the objects whose order is known for certain
     */
    static void add(int[] sequence, boolean[] firm, ObjectOrder order) {
        int from = 0;
        int last = NONE;
        for (int i = 0; i <= sequence.length; i++) {
            boolean ends = i == sequence.length;
            if (ends || firm[sequence[i]]) {
                if (last != NONE && (ends || order.rank(sequence[i]) < order.rank(sequence[last]))) {
                    order.add(Arrays.copyOfRange(sequence, from, last + 1));
                    from = i;
                }
                from = last == NONE ? i : from;
                last = i;
            }
        }
    }
}
