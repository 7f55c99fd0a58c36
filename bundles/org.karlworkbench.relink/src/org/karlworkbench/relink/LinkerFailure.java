package org.karlworkbench.relink;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;

/** A linker that did not do its work, in one line: what is wrong in plain words, the linker's own, and what helps. */
final class LinkerFailure {
    private static final int LONGEST = 400;
    private static final String NO_WORD = "[^\\w.$]+";

    private final LinkerTool tool;
    private final String what;
    private final Limits limits;
    private List<String> dropped = List.of();
    private List<String> asserts = List.of();

    /**
     * A linker that may fail.
     *
     * @param tool the linker
     * @param what what it is to make, for people
     * @param limits what it is allowed
     */
    LinkerFailure(LinkerTool tool, String what, Limits limits) {
        this.tool = tool;
        this.what = what;
        this.limits = limits;
    }

    /** With the kit's flags that the linker did not get, one of which may give what it misses. */
    LinkerFailure dropped(List<String> flags) {
        dropped = flags;
        return this;
    }

    /** With the messages of the script's assertions, which GNU ld and lld tell without saying that they are such. */
    LinkerFailure asserts(List<String> messages) {
        asserts = messages;
        return this;
    }

    /**
     * What to tell about a linker that ended badly.
     *
     * @param result how it ended
     */
    EngineException of(ChildResult result) {
        List<LinkerMessage> messages = LinkerMessage.of(result.words());
        String said = messages.isEmpty() ? "" : messages.getFirst().line();
        if (result.timedOut()) {
            return fault(new LinkerCause.Found(
                    "linker-timeout",
                    "did not end within " + limits.time().toSeconds() + " s",
                    "look at what it waits for, or allow more time",
                    said));
        }
        String end = result.signal() == 0 ? "status " + result.status() : result.signalName();
        return fault(assertion(messages, end)
                .or(() -> LinkerCauses.in(messages, end))
                .or(() -> LinkerCauses.of(result.signal(), end))
                .orElseGet(() -> unknown(result, end, said)));
    }

    private Optional<LinkerCause.Found> assertion(List<LinkerMessage> messages, String end) {
        List<Pattern> patterns = asserts.stream()
                .map(text -> Pattern.compile("^" + Pattern.quote(text) + "$"))
                .toList();
        return new LinkerCause(
                        "linker-failed",
                        "stopped at a condition that the script makes (ASSERT)",
                        "see in the script what it asks for; smaller gaps (--gap) help where something grew too large",
                        patterns,
                        List.of())
                .in(messages, end);
    }

    private static LinkerCause.Found unknown(ChildResult result, String end, String said) {
        return result.signal() == 0
                ? new LinkerCause.Found("linker-failed", "ended with " + end, "look at the linker's own words", said)
                : new LinkerCause.Found(
                        "linker-killed",
                        "was killed by " + end,
                        "use the other linker or another version; with too little memory some linkers die so too",
                        said);
    }

    private EngineException fault(LinkerCause.Found cause) {
        String said = cause.line().isEmpty() ? "" : ": " + shorten(cause.line());
        String problem = cause.clause() + " while it made " + what + missed(cause.line()) + said;
        return new EngineException(cause.code(), tool.path().toString(), null, problem, cause.cure());
    }

    /** The first flag that was left out and names, behind its own name, what the linker's line is about. */
    private String missed(String line) {
        Set<String> words = new HashSet<>(List.of(line.split(NO_WORD)));
        return dropped.stream()
                .filter(flag -> Stream.of(flag.split(NO_WORD)).skip(2).anyMatch(words::contains))
                .findFirst()
                .map(flag -> " (the kit's flag " + flag + " was left out)")
                .orElse("");
    }

    private static String shorten(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
