package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/**
 * Empty sections take no room, and yet linkers align them: one between two pieces can move the second. Objects whose
 * order nothing tells go where no piece would move.
 */
final class EmptySections {
    private static final int NONE = -1;

    private final Board board;
    private final int bodyFrom;
    private final int[] sequence;
    private final int[] rank;
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> behind = new ArrayList<>();
    private final Lane[] lanes;

    EmptySections(Board board, ObjectOrder order, int bodyFrom) {
        this.board = board;
        this.bodyFrom = bodyFrom;
        sequence = order.order();
        rank = new int[sequence.length];
        for (int i = 0; i < sequence.length; i++) {
            rank[sequence[i]] = i;
            before.add(new ArrayList<>());
            behind.add(new ArrayList<>());
        }
        order.forEachPair((one, next) -> {
            before.get(next).add(one);
            behind.get(one).add(next);
        });
        int[][] placed = board.placed();
        lanes = new Lane[placed.length];
        Arrays.setAll(lanes, region -> new Lane(region, placed[region]));
        for (int object = 0; object < sequence.length; object++) {
            addEmpty(object);
        }
    }

    private void addEmpty(int object) {
        Sections sections = board.objects().get(bodyFrom + object).sections();
        for (int i = 1; i < sections.count(); i++) {
            boolean empty = sections.isAllocated(i) && sections.size(i) == 0 && sections.align(i) > 1;
            int region = empty ? board.home(sections.name(i)) : NONE;
            if (region >= 0) {
                lanes[region].align[object] = Math.max(lanes[region].align[object], sections.align(i));
            }
        }
    }

    /** The body's objects in an order that the sequences allow and the empty sections too, as far as there is one. */
    int[] settle() throws EngineException {
        for (int object : sequence.clone()) {
            settle(object);
        }
        return sequence.clone();
    }

    /** Looks for the next place, up or down, where an object fits. */
    private void settle(int object) throws EngineException {
        int low = before.get(object).stream().mapToInt(each -> rank[each]).max().orElse(NONE);
        int high =
                behind.get(object).stream().mapToInt(each -> rank[each]).min().orElse(sequence.length);
        int from = rank[object];
        for (int distance = 0; from - distance > low || from + distance < high; distance++) {
            boolean found = from - distance > low && fits(object, from - distance)
                    || from + distance < high && fits(object, from + distance);
            if (found) {
                return;
            }
        }
        move(object, from);
    }

    /** Gives an object a rank; whether no piece would move. */
    private boolean fits(int object, int at) throws EngineException {
        move(object, at);
        for (Lane lane : lanes) {
            boolean there = lane.first[object] != NONE;
            if (there || lane.align[object] > 0) {
                int previous = lane.neighbour(at, -1);
                int next = lane.neighbour(at, 1);
                boolean fits = there ? lane.fits(previous, at) && lane.fits(at, next) : lane.fits(previous, next);
                if (!fits) {
                    return false;
                }
            }
        }
        return true;
    }

    private void move(int object, int to) {
        int from = rank[object];
        int length = Math.abs(to - from);
        System.arraycopy(sequence, from < to ? from + 1 : to, sequence, from < to ? from : to + 1, length);
        sequence[to] = object;
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            rank[sequence[i]] = i;
        }
    }

    /** One region. */
    private final class Lane {
        private final int region;
        /** By object of the body: the first and the last of its pieces that lie here. */
        private final int[] first = new int[sequence.length];

        private final int[] last = new int[sequence.length];
        /** By object of the body: the largest alignment of its empty sections, or 0. */
        private final long[] align = new long[sequence.length];

        Lane(int region, int[] placed) {
            this.region = region;
            Arrays.fill(first, NONE);
            Arrays.fill(last, NONE);
            for (int piece : placed) {
                int object = board.object(piece) - bodyFrom;
                if (object >= 0 && object < sequence.length) {
                    first[object] = first[object] == NONE ? piece : first[object];
                    last[object] = piece;
                }
            }
        }

        /** The next rank, up or down, of an object that has a piece here; one outside of all ranks where none has. */
        int neighbour(int from, int step) {
            int at = from + step;
            while (at >= 0 && at < sequence.length && first[sequence[at]] == NONE) {
                at += step;
            }
            return at;
        }

        /** Whether the empty sections of the objects between two ranks leave the piece of the second where it is. */
        boolean fits(int previous, int next) throws EngineException {
            if (previous < 0 || next >= sequence.length) {
                return true;
            }
            long base = board.regions().address(region);
            long end = base + board.end(last[sequence[previous]]);
            for (int i = previous + 1; i < next; i++) {
                long unit = Math.max(align[sequence[i]], 1);
                end = end + unit - 1 & -unit;
            }
            int piece = first[sequence[next]];
            long start = board.aligned(piece, region, end - base);
            return start == board.offset(piece)
                    || start < board.offset(piece)
                            && isFilled(board.end(last[sequence[previous]]), board.offset(piece));
        }

        /** Whether there is more between two offsets than alignment: merged strings, or what has no place yet. */
        private boolean isFilled(long from, long to) throws EngineException {
            if (!board.hasBytes(region)) {
                return false;
            }
            byte[] image = board.image(region);
            for (int i = (int) from; i < Math.min(to, image.length); i++) {
                if (image[i] != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
