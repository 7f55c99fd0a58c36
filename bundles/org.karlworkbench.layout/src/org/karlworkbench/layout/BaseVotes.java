package org.karlworkbench.layout;

import java.util.HashMap;
import java.util.Map;

/** Where the distances of a kernel's words have their base, told by words that were read as if it were at 0. */
final class BaseVotes implements AddressWords.Told {
    /** So many distances tell where their base is. */
    private static final int ENOUGH = 8;

    /** One of so many may tell otherwise; where more do there are several bases, as of large programs of alpha. */
    private static final int DISSENT = 16;

    private final Board board;
    private final Map<Long, Integer> votes = new HashMap<>();
    private int all;

    BaseVotes(Board board) {
        this.board = board;
    }

    @Override
    public void word(int target, long base, PlainField field) {
        if (board.pieces().isTold(target)) {
            vote(board.pieces().base(target) - base);
        }
    }

    @Override
    public void base(long base, PlainField field) {
        vote(base);
    }

    @Override
    public void string(boolean there, PlainField field) {
        // without the base nobody knows which string is meant
    }

    private void vote(long base) {
        votes.merge(board.trimmed(base), 1, Integer::sum);
        all++;
    }

    /** The base that all but a few agree on, or {@code none}. */
    long most(long none) {
        return votes.entrySet().stream()
                .filter(each -> each.getValue() >= ENOUGH && DISSENT * (all - each.getValue()) <= all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(none);
    }
}
