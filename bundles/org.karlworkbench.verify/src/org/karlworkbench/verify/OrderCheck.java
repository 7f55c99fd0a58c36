package org.karlworkbench.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.layout.Places;

/**
 * Checks that pieces stand in link order: in each output section all input sections of one of the four common names, as
 * far as the script does not sort or name objects; in any case head before gap before body in the text.
 */
final class OrderCheck {
    private static final Set<String> NAMES = Set.of(".text", ".rodata", ".data", ".bss");

    private final Inputs inputs;
    private final ScriptHints hints;
    private final Reporter reporter;
    private final Map<String, Input> last = new HashMap<>();

    OrderCheck(Inputs inputs, ScriptHints hints, Reporter reporter) {
        this.inputs = inputs;
        this.hints = hints;
        this.reporter = reporter;
    }

    /** Takes the next piece; pieces have to come in ascending order of address. */
    void next(Input input, Places places, int row) {
        String section = places.section(row);
        if (!NAMES.contains(section) || places.size(row) == 0) {
            return;
        }
        boolean text = section.equals(".text");
        if (!hints.keepsOrder() && !text) {
            return;
        }
        Input before = last.put(places.output(row) + ' ' + section, input);
        if (before != null && rank(before) > rank(input)) {
            reporter.misplaced(
                    places.output(row),
                    input.name(),
                    section,
                    places.address(row),
                    "before " + before.name() + ", as in the link order",
                    "behind it");
        }
    }

    /** The number in link order; where the script decides about the body, all of it has one. */
    private int rank(Input input) {
        return hints.keepsOrder() ? input.rank() : Math.min(input.rank(), inputs.gapRank() + 1);
    }
}
