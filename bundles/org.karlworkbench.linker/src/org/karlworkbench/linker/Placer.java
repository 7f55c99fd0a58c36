package org.karlworkbench.linker;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.SectionOrder;

/** Computes placements: the layout of a kernel, without its bytes. */
final class Placer {
    /** A script whose addresses depend on each other is computed again until they stay; more often they never will. */
    private static final int MOST_PASSES = 12;

    private final Template template;
    private final Pieces pieces;
    private final LinkOrder order;
    private final LooseOrder loose;
    private final IndexOrder index;
    private final long[] sizes;
    private final boolean[] discarded;
    private final long[] aligns;

    Placer(Template template, LinkOrder order) {
        this.template = template;
        this.order = order;
        loose = new LooseOrder(template.read(), order);
        index = new IndexOrder(template);
        pieces = template.pieces();
        sizes = new long[pieces.count()];
        discarded = new boolean[pieces.count()];
        aligns = new long[template.outputs().count()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = pieces.size(i);
            discarded[i] = !pieces.isPlaced(i);
            if (pieces.isPlaced(i)) {
                int output = template.read().statements().output(pieces.statement(i));
                aligns[output] = Math.max(aligns[output], pieces.align(i));
            }
        }
    }

    /**
     * Places one draw.
     *
     * @param names the objects in link order, with the gap
     * @param sections the order of the sections that move without their objects
     * @param gaps the sizes of the gaps
     * @param page the alignment of {@code endboot}
     * @throws EngineException with code {@code bad-order}, or {@code bad-script} for addresses that cannot be
     */
    Placement place(List<String> names, SectionOrder sections, Gaps gaps, long page) throws EngineException {
        Placement placement = new Placement(
                template,
                sizes.length,
                order.count(),
                template.read().statements().count());
        System.arraycopy(sizes, 0, placement.size, 0, sizes.length);
        System.arraycopy(discarded, 0, placement.excluded, 0, discarded.length);
        int[] numbers = order.numbers(names);
        for (int i = 0; i < numbers.length; i++) {
            placement.rank[numbers[i]] = i;
        }
        int[] gap = template.read().gap();
        for (int i = 0; i < gap.length; i++) {
            placement.size[gap[i]] = GapPieces.size(gaps, i);
        }
        excludeCopies(placement);
        order.sort(numbers, placement.excluded, placement.sorted, placement.ends);
        loose.apply(sections, placement);
        index.sort(placement, order);
        run(placement, page, gaps);
        return placement;
    }

    /** Of groups that several objects have, the first in link order is kept (gABI, "Section Groups"). */
    private void excludeCopies(Placement placement) {
        for (List<int[]> copies : template.read().contested()) {
            int[] kept = null;
            for (int[] copy : copies) {
                if (copy.length > 0 && (kept == null || rank(placement, copy) < rank(placement, kept))) {
                    kept = copy;
                }
            }
            for (int[] copy : copies) {
                for (int piece : copy) {
                    placement.excluded[piece] |= copy != kept;
                }
            }
        }
    }

    private int rank(Placement placement, int[] copy) {
        return placement.rank[pieces.object(copy[0])];
    }

    private void run(Placement placement, long page, Gaps gaps) throws EngineException {
        Map<String, Value> before = null;
        long[] addresses = null;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            ScriptRun run = new ScriptRun(template, order, placement, aligns, page);
            run.run();
            new Slots(template, placement).fill(gaps);
            boolean same =
                    before != null && before.equals(placement.symbols) && Arrays.equals(addresses, placement.address);
            if (!run.looksAhead() || same) {
                run.assertAll();
                return;
            }
            before = Map.copyOf(placement.symbols);
            addresses = placement.address.clone();
        }
        throw new EngineException(
                "bad-script",
                template.script().name(),
                null,
                "its addresses depend on each other and never settle",
                "look for assignments that go round in a circle");
    }
}
