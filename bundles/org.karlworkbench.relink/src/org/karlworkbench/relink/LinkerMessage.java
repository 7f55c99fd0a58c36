package org.karlworkbench.relink;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One error that a linker told.
 *
 * @param line its first line, behind the function that GNU ld names in a line of its own
 * @param whole all its lines in one, without the linker's name: what {@code causes.txt} is held against
 */
record LinkerMessage(String line, String whole) {
    private static final Pattern PROGRAM = Pattern.compile(
            "^(?:\\S*/)?(?:[\\w.-]+-)?(?:ld|lld|ld\\.bfd|ld\\.lld)(?:-\\d+)?: ?(?:error: )?", Pattern.CASE_INSENSITIVE);

    /** A line that is about nothing that was said before: it has the program's name, or an object of its own. */
    private static final Pattern BEGINS =
            Pattern.compile(PROGRAM.pattern() + "|^[^:]+\\.o\\)?:\\(", Pattern.CASE_INSENSITIVE);

    private static final List<String> NOISE = List.of("warning:", "NOTE:");
    private static final String MORE = ">>>";
    private static final String CRASH = "PLEASE submit a bug report";

    /** The errors among a linker's lines: without warnings, and without the stack that follows a crash. */
    static List<LinkerMessage> of(List<String> lines) {
        Reader reader = new Reader();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith(CRASH)) {
                reader.crash(text);
                break;
            }
            reader.line(text);
        }
        return reader.messages;
    }

    private static final class Reader {
        private final List<LinkerMessage> messages = new ArrayList<>();
        private String context = "";
        private boolean noise;

        void line(String text) {
            if (text.startsWith(MORE)) {
                more(text);
                return;
            }
            noise = NOISE.stream().anyMatch(text::contains);
            if (text.endsWith(":") && text.contains(": in function")) {
                context = text + " ";
            } else if (!noise) {
                context = BEGINS.matcher(text).find() ? "" : context;
                first(context + text);
            }
        }

        /** What went before a crash tells more than the request to report it. */
        void crash(String text) {
            noise = false;
            if (messages.isEmpty()) {
                first(text);
            } else {
                more(text);
            }
        }

        private void first(String line) {
            messages.add(new LinkerMessage(line, PROGRAM.matcher(line).replaceFirst("")));
        }

        private void more(String text) {
            if (!noise && !messages.isEmpty()) {
                LinkerMessage last = messages.removeLast();
                messages.add(new LinkerMessage(last.line, last.whole + " " + text));
            }
        }
    }
}
