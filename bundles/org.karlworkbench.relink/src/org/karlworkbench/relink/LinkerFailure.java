package org.karlworkbench.relink;

import java.util.List;
import java.util.Locale;
import org.karlworkbench.elf.EngineException;

/** A linker that did not do its work, in one line. */
final class LinkerFailure {
    private static final int LONGEST = 400;
    private static final List<String> NOISE =
            List.of("warning:", "NOTE:", ">>>", "PLEASE submit a bug report", "Stack dump:");
    private static final List<String> FULL = List.of("no space left on device", "disk quota exceeded");
    private static final List<String> MEMORY = List.of(
            "memory exhausted", "out of memory", "cannot allocate memory", "bad_alloc", "virtual memory exhausted");

    private LinkerFailure() {}

    /**
     * What to tell about a linker that ended badly.
     *
     * @param tool the linker
     * @param what what it was to make, for people
     * @param limits what it was allowed
     * @param result how it ended
     */
    static EngineException of(LinkerTool tool, String what, Limits limits, ChildResult result) {
        String words = firstError(result.words());
        String said = words.isEmpty() ? "" : ": " + words;
        String all = String.join("\n", result.words()).toLowerCase(Locale.ROOT);
        if (result.timedOut()) {
            return fault(
                    tool,
                    "linker-timeout",
                    "did not end within " + limits.time().toSeconds() + " s while it made " + what + said,
                    "look at what it waits for, or allow more time");
        }
        if (FULL.stream().anyMatch(all::contains)) {
            return fault(tool, "no-space", "no space left on device while it made " + what + said, "free some space");
        }
        if (MEMORY.stream().anyMatch(all::contains)) {
            return fault(tool, "no-memory", "ran out of memory while it made " + what + said, "allow more memory");
        }
        if (result.signal() != 0) {
            return fault(
                    tool,
                    "linker-killed",
                    "was killed by " + result.signalName() + " while it made " + what + said,
                    "look for a lack of memory or space, or use another linker");
        }
        return fault(
                tool,
                "linker-failed",
                "ended with status " + result.status() + " while it made " + what + said,
                "look at the linker's own words");
    }

    private static EngineException fault(LinkerTool tool, String code, String problem, String cure) {
        return new EngineException(code, tool.path().toString(), null, problem, cure);
    }

    /** The first line that is an error; GNU ld puts the function in which it is in the line before. */
    static String firstError(List<String> words) {
        String context = "";
        for (String line : words) {
            String text = line.strip();
            if (text.endsWith(":") && text.contains(": in function")) {
                context = text + " ";
            } else if (isError(text)) {
                return shorten(context + text);
            } else {
                context = "";
            }
        }
        return words.isEmpty() ? "" : shorten(words.getFirst().strip());
    }

    private static boolean isError(String text) {
        return NOISE.stream().noneMatch(text::contains);
    }

    private static String shorten(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
