package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.EngineException;

/**
 * Places that the kernel's own words tell: where a settled piece holds the address of another one, that other one is
 * there. It finds what has no symbols and no bytes of its own, such as tables of addresses and memory of zeros.
 */
final class References implements AddressWords.Told {
    private final Board board;
    private final Map<Integer, Map<Long, Integer>> votes = new HashMap<>();

    References(Board board) {
        this.board = board;
    }

    /** Settles what more than half of the references agree on; whether that was anything. */
    boolean run() throws EngineException {
        long before = sought();
        if (before == 0) {
            return false;
        }
        votes.clear();
        int[][] all = board.placed();
        board.words().learnBase(all);
        for (int[] placed : all) {
            for (int piece : placed) {
                if (board.pieces().isTold(piece) && board.hasBytes(board.region(piece))) {
                    board.words().read(piece, board.region(piece), board.offset(piece), this);
                }
            }
        }
        boolean any = false;
        for (Map.Entry<Integer, Map<Long, Integer>> each : votes.entrySet()) {
            any |= settle(each.getKey(), each.getValue());
        }
        if (any) {
            board.rejectOverlaps();
        }
        return sought() < before;
    }

    /** How many pieces have no place that is told. */
    private long sought() {
        return board.open().length
                + Arrays.stream(board.placed())
                        .flatMapToInt(Arrays::stream)
                        .filter(board.pieces()::isLaid)
                        .count();
    }

    @Override
    public void word(int target, long base, PlainField field) {
        if (field.direct() && (board.isOpen(target) || board.pieces().isLaid(target))) {
            votes.computeIfAbsent(target, _ -> new HashMap<>()).merge(base, 1, Integer::sum);
        }
    }

    @Override
    public void string(boolean there, PlainField field) {
        // a merged string is no piece
    }

    @Override
    public void base(long base, PlainField field) {
        // the base is no piece
    }

    private boolean settle(int piece, Map<Long, Integer> counts) throws EngineException {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<Long, Integer> each : counts.entrySet()) {
            if (2 * each.getValue() > all) {
                return settle(piece, each.getKey(), each.getValue());
            }
        }
        return false;
    }

    private boolean settle(int piece, long address, int count) throws EngineException {
        int region = board.regions().find(board.name(piece), board.home(piece), address, board.size(piece));
        if (region < 0 || !board.suits(region, piece) || (address & board.align(piece) - 1) != 0) {
            return false;
        }
        long offset = address - board.regions().address(region);
        if (board.hasBytes(region) && !board.fits(piece, region, offset)) {
            return false;
        }
        board.settle(piece, region, offset, count);
        return true;
    }
}
