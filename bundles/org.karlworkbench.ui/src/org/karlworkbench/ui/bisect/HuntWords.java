package org.karlworkbench.ui.bisect;

import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Tally;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Shown;

/** A search and its result in sentences. */
final class HuntWords {
    private HuntWords() {}

    /** The cause and how sure it is, or why there is none. */
    static String result(BisectResult result) {
        if (result.cause() == null) {
            return "No cause: " + Shown.line(result.reason());
        }
        String sentence = result.cause().sentence();
        return Character.toUpperCase(sentence.charAt(0)) + Shown.line(sentence.substring(1))
                + ". Confirmed on fresh relinks: " + tally(result.with()) + " with it, " + tally(result.without())
                + " without";
    }

    /** Of how many relinks how many fail. */
    static String tally(Tally tally) {
        return Formats.count(tally.failed()) + " of " + Formats.count(tally.draws()) + " fail";
    }

    /** What the tests have said so far. */
    static String counts(Hunt.Counts counts) {
        return Formats.plural(counts.all(), "test", "tests") + ": " + Formats.count(counts.works()) + " work, "
                + Formats.count(counts.fails()) + " fail"
                + (counts.unknown() == 0 ? "" : ", " + Formats.count(counts.unknown()) + " cannot tell");
    }

    /** By what kernels are tested. */
    static String test(HuntSettings settings) {
        return switch (settings.test()) {
            case COMMAND -> Shown.line(settings.words());
            case BOOT -> "boots and says " + Shown.line(settings.words());
            case PERSON -> "you say whether it works";
        };
    }
}
