package org.karlworkbench.verify;

import org.karlworkbench.layout.Places;

/**
 * Checks that pieces stand in link order: in each output section all input sections of one of the four common names, as
 * far as the script does not sort or name objects; in any case head before gap before body in the text.
 */
final class OrderCheck {
    private final LinkedObjects linked;
    private final ScriptHints hints;
    private final Reporter reporter;
    private final Input[] last;

    /**
     * Before the first piece.
     *
     * @param sections how many sections the kernel has
     */
    OrderCheck(LinkedObjects linked, ScriptHints hints, Reporter reporter, int sections) {
        this.linked = linked;
        this.hints = hints;
        this.reporter = reporter;
        last = new Input[Math.multiplyExact(sections, SectionName.ORDERED)];
    }

    /** Takes the next piece, which lies in a section of the kernel; pieces come in ascending order of address. */
    void next(Input input, int inputSection, Places places, int row, int section) {
        int name = input.facts().name(inputSection).ordered();
        boolean ordered = name == SectionName.TEXT || name > 0 && hints.keepsOrder();
        if (!ordered || places.size(row) == 0) {
            return;
        }
        int place = section * SectionName.ORDERED + name;
        Input before = last[place];
        last[place] = input;
        if (before != null && rank(before) > rank(input)) {
            reporter.misplaced(
                    places.output(row),
                    input.name(),
                    places.section(row),
                    places.address(row),
                    "before " + before.name() + ", as in the link order",
                    "behind it");
        }
    }

    /** The number in link order; all of the body has one where its sections move, and where the script decides, the tail. */
    private int rank(Input input) {
        boolean counts = hints.keepsOrder() && (linked.keepsObjects() || input.rank() >= linked.tailRank());
        return counts ? input.rank() : Math.min(input.rank(), linked.gapRank() + 1);
    }
}
