package org.karlworkbench.ui.bisect;

import java.util.stream.Collectors;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Found;
import org.karlworkbench.debug.bisect.Tally;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.Shown;

/** A search and its result in sentences. */
final class HuntWords {
    private HuntWords() {}

    /** The causes and how sure they are, a line each, or why there is none. */
    static String result(BisectResult result) {
        if (result.cause() == null) {
            return "No cause: " + Shown.line(result.reason());
        }
        return result.causes().stream().map(HuntWords::found).collect(Collectors.joining("\n"));
    }

    private static String found(Found found) {
        String sentence = found.cause().sentence();
        return Character.toUpperCase(sentence.charAt(0)) + Shown.line(sentence.substring(1))
                + ". Confirmed on fresh relinks: " + tally(found.with()) + " with it, " + tally(found.without())
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

    /** Which search it is and what came of it, for a list of searches. */
    static String line(Hunt hunt) {
        String came = hunt.ended() == null ? hunt.phase() : hunt.ended();
        return KitFile.name(hunt.kitFile()) + ", " + hunt.folder().getFileName() + ": " + test(hunt.settings()) + "  "
                + came.lines().findFirst().orElse("");
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
