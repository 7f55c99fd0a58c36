package org.karlworkbench.ui.exposure;

import java.util.List;
import org.karlworkbench.compare.exposure.Defence;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.compare.exposure.Leak;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Shown;

/** What the view calls things, and what a leak means in sentences. */
final class LeakWords {
    private static final String CHOOSE =
            "Select a function or variable, click one in the map, or type its name: the map then shows what else becomes "
                    + "known when it leaks. The defence is against leaked pointers, not against reads.";

    private LeakWords() {}

    /** How something leaks, in a choice. */
    static String title(Leak leak) {
        return switch (leak) {
            case POINTER -> "A pointer to it";
            case UNKNOWN -> "A pointer, whose is unknown";
            case PAGE -> "The number of its page";
            case PAGECONTENT -> "The content of its page";
            case READ -> "All, by reading";
        };
    }

    /** How addresses are hidden, in a choice. */
    static String title(Defence defence) {
        return switch (defence) {
            case NONE -> "None";
            case SLIDE -> "One slide (KASLR)";
            case KARL -> "Objects shuffled (KARL)";
            case SECTIONS -> "Sections shuffled";
        };
    }

    /** Why something is known, in a table. */
    static String because(String because) {
        return switch (because) {
            case "fixed" -> "fixed: there in every draw";
            case "block" -> "block: moves together with the leak";
            case "relocation" -> "relocation: named by what leaked";
            case "whole" -> "whole: everything moves together";
            default -> because;
        };
    }

    /** What the answer means. */
    static String sentences(LeakAnswer answer) {
        Knowledge knowledge = answer.knowledge();
        if (knowledge == null) {
            return answer.problem() == null ? CHOOSE : answer.problem();
        }
        long fixed = count(knowledge.known(), LeakState.FIXED);
        long leaked = knowledge.known().size() - fixed;
        return Shown.line(answer.question().symbol()) + " leaks: it tells where "
                + Formats.plural(leaked, "symbol lies", "symbols lie") + "; " + Formats.count(fixed)
                + " more lie there in every draw, and "
                + Formats.plural(knowledge.bounded().size(), "block stays", "blocks stay") + " within bounds only. "
                + candidates(knowledge)
                + String.join(" ", knowledge.notes());
    }

    private static String candidates(Knowledge knowledge) {
        int count = knowledge.candidates().size();
        return count == 0
                ? ""
                : "The address may be that of any of " + Formats.plural(count, "symbol", "symbols")
                        + ", none likelier than another. ";
    }

    private static long count(List<Knowledge.Known> known, LeakState state) {
        return known.stream()
                .filter(each -> LeakState.of(each.because()) == state)
                .count();
    }
}
