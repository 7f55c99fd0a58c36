package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.karlworkbench.elf.EngineException;

/**
 * Lays pieces that have no place yet between those that have, as a linker does: each at the next address that its
 * alignment allows, in link order. What has bytes has to find them there; memory without bytes is laid where the order
 * that is certain leaves it one place. What was laid so tells nothing of the order in its turn.
 */
final class Tiling {
    /** Longer stretches are not looked through for each piece: the search by content has been there. */
    private static final int LONGEST = 1 << 16;

    private static final int NONE = -1;

    private final Board board;
    private final ObjectOrder order;
    private final int bodyFrom;
    private final int bodyTo;
    private final Precedence precedence;
    private boolean certain;
    private boolean any;

    /**
     * Prepares it.
     *
     * @param order the link order of the body, as far as it is known
     * @param precedence what is certain of it
     * @param bodyFrom the number of the body's first object
     * @param bodyTo the number of the object behind its last
     */
    Tiling(Board board, ObjectOrder order, Precedence precedence, int bodyFrom, int bodyTo) {
        this.board = board;
        this.order = order;
        this.bodyFrom = bodyFrom;
        this.bodyTo = bodyTo;
        this.precedence = precedence;
    }

    /**
     * Lays what it can.
     *
     * @param onlyCertain whether to leave out, where merged strings lie between, what has hardly any bytes of its own
     * @return whether that was anything
     */
    boolean fill(boolean onlyCertain) throws EngineException {
        certain = onlyCertain;
        int[][] open = openByHome();
        int[][] placed = board.placed();
        for (int region = 0; region < placed.length; region++) {
            if (open[region].length > 0) {
                fill(region, placed[region], open[region]);
            }
        }
        return any;
    }

    private int[][] openByHome() {
        int[][] open = new int[board.regions().count()][];
        int[] all = Arrays.stream(board.open())
                .boxed()
                .sorted(Comparator.comparingInt(piece -> rank(board.object(piece))))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int region = 0; region < open.length; region++) {
            int of = region;
            open[region] = Arrays.stream(all)
                    .filter(piece -> board.isAtHome(piece, of) || board.mayLieIn(piece, of))
                    .filter(piece -> board.suits(of, piece))
                    .toArray();
        }
        return open;
    }

    private void fill(int region, int[] placed, int[] open) throws EngineException {
        List<Hole> holes = holes(region, placed, open);
        if (board.hasBytes(region)) {
            for (Hole hole : holes) {
                hole.fillWithBytes();
            }
        } else {
            Map<Integer, Integer> choices = new HashMap<>();
            holes.forEach(
                    hole -> Arrays.stream(hole.candidates).forEach(piece -> choices.merge(piece, 1, Integer::sum)));
            holes.forEach(
                    hole -> hole.fillWithoutBytes(piece -> board.home(piece) == region && choices.get(piece) == 1));
        }
    }

    private List<Hole> holes(int region, int[] placed, int[] open) {
        List<Hole> holes = new ArrayList<>();
        int before = NONE;
        long from = 0;
        for (int i = 0; i <= placed.length; i++) {
            int next = i < placed.length ? placed[i] : NONE;
            long to = next == NONE ? board.room(region) : board.offset(next);
            if (from < to) {
                holes.add(new Hole(region, before, next, from, to, open));
            }
            from = next == NONE ? to : board.end(next);
            before = next;
        }
        return holes;
    }

    private int rank(int object) {
        return object < bodyFrom ? -1 : object >= bodyTo ? Integer.MAX_VALUE : order.rank(object - bodyFrom);
    }

    /** Whether it is certain that a piece stands before another one, if one statement of the script takes both. */
    private boolean isBefore(int piece, int other) {
        int object = board.object(piece);
        int next = board.object(other);
        return object == next ? piece < other : precedence.isBefore(object, next);
    }

    /** What lies free between two settled pieces, or at an end of a region. */
    private final class Hole {
        private final int region;
        private final int before;
        private final int next;
        private final long from;
        private final long to;
        private final int[] candidates;

        Hole(int region, int before, int next, long from, long to, int[] open) {
            this.region = region;
            this.before = before;
            this.next = next;
            this.from = from;
            this.to = to;
            candidates = Arrays.stream(open).filter(this::mayLieHere).toArray();
        }

        /** Whether the link order allows a piece here. */
        private boolean mayLieHere(int piece) {
            boolean late = !isAkin(piece, before) || !isBefore(piece, before);
            boolean early = !isAkin(piece, next) || !isBefore(next, piece);
            return late && early && board.isOpen(piece) && board.size(piece) <= to - from;
        }

        /** Whether two pieces have names that scripts write together; others may be in an order of their own. */
        private boolean isAkin(int piece, int other) {
            return other != NONE && OrderEvidence.stem(board.name(piece)).equals(OrderEvidence.stem(board.name(other)));
        }

        /** Whether the link order puts a piece here and nowhere else. */
        private boolean hasToLieHere(int piece) {
            boolean late = before == NONE || isAkin(piece, before) && isBefore(before, piece);
            boolean early = next == NONE || isAkin(piece, next) && isBefore(piece, next);
            return late && early;
        }

        void fillWithBytes() throws EngineException {
            long at = from;
            boolean joined = before == NONE ? !mayHaveGap() : board.object(before) >= bodyFrom;
            while (candidates.length > 0 && at < to) {
                int piece = at(at, joined);
                joined = piece != NONE;
                if (joined) {
                    long start = board.aligned(piece, region, at);
                    at = settle(piece, start, tells(piece, start) ? 1 : 0);
                } else {
                    at = to - at > LONGEST ? to : at + 1; // merged strings may lie between
                }
            }
        }

        /** Whether the gap may stand first in the region. */
        private boolean mayHaveGap() {
            return GapPieces.of(board.regions().name(region)) != null;
        }

        /**
         * The first candidate in link order whose bytes stand at the next place where it may begin.
         *
         * @param joined whether a piece ends there
         */
        private int at(long at, boolean joined) throws EngineException {
            for (int piece : candidates) {
                long start = board.aligned(piece, region, at);
                boolean possible = board.isOpen(piece) && start + board.size(piece) <= to;
                if (possible && (joined || start == at) && isSure(piece, start, joined)) {
                    return hasToLieHere(piece) ? piece : likeliest(piece, start);
                }
            }
            return NONE;
        }

        /** Of a piece and those that could lie here as well the one of which most words hold; equal ones are twins. */
        private int likeliest(int piece, long start) throws EngineException {
            int best = piece;
            int most = board.words().proven(piece, region, start);
            int equal = NONE;
            for (int other : candidates) {
                if (other != piece && isAlike(other, piece) && board.fits(other, region, start)) {
                    int proven = board.words().proven(other, region, start);
                    equal = proven > most ? NONE : proven == most ? other : equal;
                    best = proven > most ? other : best;
                    most = Math.max(most, proven);
                }
            }
            if (equal != NONE) {
                board.setTwins(best, equal);
            }
            return best;
        }

        private boolean isAlike(int other, int piece) {
            return board.isOpen(other)
                    && board.size(other) == board.size(piece)
                    && board.align(other) == board.align(piece);
        }

        /** Whether a piece's bytes are here, and are so many, or joined to others so well, that this is no chance. */
        private boolean isSure(int piece, long start, boolean joined) throws EngineException {
            if (!board.fits(piece, region, start)) {
                return false;
            }
            if (tells(piece, start) || joined && board.evidence(piece, region, start) >= Long.BYTES) {
                return true;
            }
            // a gap or merged strings may look like it as well
            boolean pools = board.hasPools(region);
            boolean follows = joined && !(certain && pools);
            boolean mine = board.home(piece) == region && !pools && hasToLieHere(piece);
            return follows && (mine || isAkin(piece, before) && closes(start + board.size(piece)));
        }

        /** Whether a piece is here by its own bytes, so that it tells of the order and not the order of it; or by the head. */
        private boolean tells(int piece, long start) throws EngineException {
            return before == NONE && start == from && board.object(piece) < bodyFrom
                    || board.words().proven(piece, region, start) >= Integer.BYTES
                    || ContentSearch.isVaried(board.content(piece), board.mask(piece));
        }

        /** Whether the next piece has to begin where it does when this is the end of what lies before it. */
        private boolean closes(long end) {
            return next == NONE ? end == to : board.aligned(next, region, end) == to;
        }

        /**
         * Lays what cannot be elsewhere: pieces that have to lie here, at places that are the same from the front and from
         * the back, or that nothing else has the room to move.
         *
         * @param only tells of a piece that may lie nowhere else in the region
         */
        void fillWithoutBytes(IntPredicate only) {
            int[] mine = Arrays.stream(candidates)
                    .filter(piece -> only.test(piece) || hasToLieHere(piece))
                    .toArray();
            if (mine.length > 0 && isRow(mine)) {
                long[] first = forward(mine);
                long[] last = backward(mine);
                boolean alone = isAlone(mine, first);
                for (int i = 0; i < mine.length; i++) {
                    if (alone && first[i] <= last[i] || first[i] == last[i]) {
                        settle(mine[i], first[i], 0);
                    }
                }
            }
        }

        /** Whether it is certain how pieces follow each other. */
        private boolean isRow(int[] mine) {
            return IntStream.range(1, mine.length).allMatch(i -> isBefore(mine[i - 1], mine[i]));
        }

        private long[] forward(int[] mine) {
            long[] starts = new long[mine.length];
            long at = from;
            for (int i = 0; i < mine.length; i++) {
                starts[i] = board.aligned(mine[i], region, at);
                at = starts[i] + board.size(mine[i]);
            }
            return starts;
        }

        private long[] backward(int[] mine) {
            long base = board.regions().address(region);
            long[] starts = new long[mine.length];
            long end = to;
            for (int i = mine.length - 1; i >= 0; i--) {
                starts[i] = (base + end - board.size(mine[i]) & -board.align(mine[i])) - base;
                end = starts[i];
            }
            return starts;
        }

        /** Whether the next piece follows the last of these as a linker lays it, and nothing else has room between. */
        private boolean isAlone(int[] mine, long[] starts) {
            int last = mine.length - 1;
            long room = to - from - Arrays.stream(mine).mapToLong(board::size).sum();
            boolean between = before != NONE && board.object(before) >= bodyFrom && next != NONE;
            return between
                    && closes(starts[last] + board.size(mine[last]))
                    && Arrays.stream(candidates)
                            .allMatch(piece -> board.size(piece) > room
                                    || Arrays.stream(mine).anyMatch(each -> each == piece));
        }

        private long settle(int piece, long start, int weight) {
            board.settle(piece, region, start, weight);
            any = true;
            return start + board.size(piece);
        }
    }
}
