package org.karlworkbench.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.karlworkbench.layout.Places;

/**
 * Checks that pieces stand in link order: in each output section all input sections of one of the four common names that
 * the script takes by the same statements, unless it sorts or names objects; in any case head before gap before body in
 * the text.
 */
final class OrderCheck {
    private static final int UNKNOWN = -1;
    private static final int ALL = -1;

    private final LinkedObjects linked;
    private final ScriptHints hints;
    private final Reporter reporter;
    private final Map<Row, Input> last = new HashMap<>();
    private final Map<BitSet, Integer> groups = new HashMap<>();
    /** By link order. */
    private final int[] groupOf;

    /**
     * Pieces that follow each other.
     *
     * @param section the kernel's section
     * @param name the number of their name
     * @param group what their objects are excluded from, or {@link #ALL}
     */
    private record Row(int section, int name, int group) {}

    /** Before the first piece. */
    OrderCheck(LinkedObjects linked, ScriptHints hints, Reporter reporter) {
        this.linked = linked;
        this.hints = hints;
        this.reporter = reporter;
        groupOf = new int[linked.inOrder().size()];
        Arrays.fill(groupOf, UNKNOWN);
    }

    /** Takes the next piece, which lies in a section of the kernel; pieces come in ascending order of address. */
    void next(Input input, int inputSection, Places places, int row, int section) {
        int name = input.facts().name(inputSection).ordered();
        if (name < 0 || places.size(row) == 0) {
            return;
        }
        Input later = hints.keepsOrder() ? later(new Row(section, name, group(input)), input, this::rank) : null;
        if (name == SectionName.TEXT) {
            Input other = later(new Row(section, name, ALL), input, this::part);
            later = later == null ? other : later;
        }
        if (later != null) {
            reporter.misplaced(
                    places.output(row),
                    input.name(),
                    places.section(row),
                    places.address(row),
                    "before " + later.name() + ", as in the link order",
                    "behind it");
        }
    }

    /** The number in link order; all of the body has one where its sections move. */
    private int rank(Input input) {
        boolean counts = linked.keepsObjects() || input.rank() >= linked.tailRank();
        return counts ? input.rank() : part(input);
    }

    /** The object of the piece before in a row, if its rank is higher; else null. */
    private Input later(Row row, Input input, ToIntFunction<Input> rank) {
        Input before = last.put(row, input);
        return before != null && rank.applyAsInt(before) > rank.applyAsInt(input) ? before : null;
    }

    private int group(Input input) {
        int rank = input.rank();
        if (groupOf[rank] == UNKNOWN) {
            groupOf[rank] = groups.computeIfAbsent(hints.exclusions(input.name()), _ -> groups.size());
        }
        return groupOf[rank];
    }

    /** The number in link order, of which the whole body has one. */
    private int part(Input input) {
        return Math.min(input.rank(), linked.gapRank() + 1);
    }
}
