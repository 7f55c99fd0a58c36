package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/**
 * The order of sections that say something about others, in the order of those (gABI, SHF_LINK_ORDER): Arm's index of
 * exceptions, which is searched by address.
 */
final class IndexOrder {
    /** By piece, the piece that it is about, or {@link Names#NONE}. */
    private final int[] about;

    private final BitSet statements = new BitSet();
    private final List<Integer> byAddress = new ArrayList<>();

    IndexOrder(Template template) {
        Pieces pieces = template.pieces();
        about = new int[pieces.count()];
        Arrays.fill(about, Names.NONE);
        List<ObjectFile> objects = template.read().objects();
        for (int piece = 0; piece < about.length; piece++) {
            if (pieces.isPlaced(piece) && (pieces.flags(piece) & (int) Elf.SHF_LINK_ORDER) != 0) {
                Sections sections = objects.get(pieces.object(piece)).sections();
                // an object whose link leads out of its table is refused when it is read
                int section = sections.link(pieces.section(piece));
                about[piece] = template.read().piece(pieces.object(piece), section);
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
     * @param placement whose pieces are sorted, but for these
     * @param order where each statement's begin
     */
    void sort(Placement placement, LinkOrder order) {
        if (statements.isEmpty()) {
            return;
        }
        int[] place = new int[about.length];
        Arrays.fill(place, Integer.MAX_VALUE);
        int next = 0;
        for (int statement : byAddress) {
            for (int i = order.first(statement); i < placement.ends[statement]; i++) {
                place[placement.sorted[i]] = next++;
            }
        }
        statements.stream()
                .forEach(statement -> LinkOrder.sortBy(
                        piece -> about[piece] == Names.NONE ? Integer.MAX_VALUE : place[about[piece]],
                        placement.sorted,
                        order.first(statement),
                        placement.ends[statement]));
    }
}
