package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/**
 * The order of sections that say something about others, in the order of those (gABI, SHF_LINK_ORDER): Arm's index of
 * exceptions, which is searched by address.
 */
final class IndexOrder {
    private final Pieces pieces;
    /** By piece, the piece that it is about, or {@link Names#NONE}. */
    private final int[] about;

    private final BitSet statements = new BitSet();
    private final List<Integer> byAddress = new ArrayList<>();

    IndexOrder(Template template) {
        pieces = template.pieces();
        about = new int[pieces.count()];
        Arrays.fill(about, Names.NONE);
        List<ObjectFile> objects = template.read().objects();
        for (int piece = 0; piece < about.length; piece++) {
            if (pieces.isPlaced(piece) && (pieces.flags(piece) & (int) Elf.SHF_LINK_ORDER) != 0) {
                Sections sections = objects.get(pieces.object(piece)).sections();
                int section = sections.link(pieces.section(piece));
                boolean known = section > 0 && section < sections.count();
                about[piece] = known ? template.read().piece(pieces.object(piece), section) : Names.NONE;
                statements.set(pieces.statement(piece));
            }
        }
        for (int output : template.outputs().inOrder()) {
            byAddress.addAll(template.outputs().get(output).statements());
        }
    }

    /**
     * Sorts such pieces by the places of those that they are about; those about nothing that is in the kernel come last.
     *
     * @param sorted the pieces by statement
     * @param order where each statement's begin
     * @param ends where they end
     */
    void sort(int[] sorted, LinkOrder order, int[] ends) {
        if (statements.isEmpty()) {
            return;
        }
        int[] place = new int[about.length];
        Arrays.fill(place, Integer.MAX_VALUE);
        int next = 0;
        for (int statement : byAddress) {
            for (int i = order.first(statement); i < ends[statement]; i++) {
                place[sorted[i]] = next++;
            }
        }
        for (int statement = statements.nextSetBit(0);
                statement >= 0;
                statement = statements.nextSetBit(statement + 1)) {
            int from = order.first(statement);
            List<Integer> own = new ArrayList<>();
            Arrays.stream(sorted, from, ends[statement]).forEach(own::add);
            own.sort(Comparator.comparingInt(
                    piece -> about[piece] == Names.NONE ? Integer.MAX_VALUE : place[about[piece]]));
            for (int i = 0; i < own.size(); i++) {
                sorted[from + i] = own.get(i);
            }
        }
    }
}
