package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;

/**
 * Pieces that several objects bring, of which a linker keeps that of the first object. A symbol in it tells where it lies
 * when no other kind of object has one of that name; whose it is follows from the link order.
 */
final class SharedPieces {
    private static final int NONE = -1;

    private final Board board;
    private final KitJoin join;
    private final Map<String, List<Integer>> copies = new LinkedHashMap<>();

    SharedPieces(Board board, KitJoin join) {
        this.board = board;
        this.join = join;
        for (int piece = 0; piece < board.pieces().count(); piece++) {
            if (board.isWanted(piece) && board.isShared(piece)) {
                copies.computeIfAbsent(board.name(piece), _ -> new ArrayList<>())
                        .add(piece);
            }
        }
    }

    /** Settles what symbols tell, for now as the first object's of the kit. */
    void find() {
        copies.values().forEach(pieces -> find(pieces.getFirst()));
    }

    private void find(int piece) {
        Symbols symbols = board.objects().get(board.object(piece)).symbols();
        for (int i = 1; i < symbols.count() && !board.isSettled(piece); i++) {
            boolean named = symbols.section(i) == board.section(piece) && symbols.binding(i) != Elf.STB_LOCAL;
            int found = named ? join.found(board.object(piece), i) : NONE;
            if (found > 0 && join.kernel().isInSection(found) && join.kernel().size(found) == symbols.size(i)) {
                settle(piece, join.address(found) - symbols.value(i));
            }
        }
    }

    private void settle(int piece, long address) {
        int region = board.regions().find(board.name(piece), board.home(piece), address, board.size(piece));
        if (region >= 0 && board.suits(region, piece) && (address & board.align(piece) - 1) == 0) {
            board.settle(piece, region, address - board.regions().address(region), 1);
        }
    }

    /**
     * Gives what has its place to the first object that brings it.
     *
     * @param rank an object's place in the link order
     */
    void own(IntUnaryOperator rank) {
        copies.values().forEach(pieces -> {
            int settled = pieces.stream().filter(board::isSettled).findFirst().orElse(NONE);
            int owner = pieces.stream()
                    .min(Comparator.comparingInt(piece -> rank.applyAsInt(board.object(piece))))
                    .orElse(settled);
            if (settled != NONE && owner != settled && board.size(owner) == board.size(settled)) {
                board.settle(owner, board.region(settled), board.offset(settled), 0);
                board.pieces().reject(settled);
            }
        });
    }
}
