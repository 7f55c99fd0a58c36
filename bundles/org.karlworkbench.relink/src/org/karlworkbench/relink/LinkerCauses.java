package org.karlworkbench.relink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table {@code causes.txt}; read when the first linker fails. */
final class LinkerCauses {
    private static final List<LinkerCause> ALL = read();

    private LinkerCauses() {}

    /** The first cause of the table that a message tells. */
    static Optional<LinkerCause.Found> in(List<LinkerMessage> messages, String end) {
        return ALL.stream().flatMap(cause -> cause.in(messages, end).stream()).findFirst();
    }

    /** The cause that is likely for a linker that was killed. */
    static Optional<LinkerCause.Found> of(int signal, String end) {
        return ALL.stream()
                .filter(cause -> cause.signals().contains(signal))
                .map(cause -> cause.silent(end))
                .findFirst();
    }

    private static List<LinkerCause> read() {
        List<LinkerCause> all = new ArrayList<>();
        for (String paragraph : text().split("\n\n")) {
            if (paragraph.startsWith("[")) {
                all.add(cause(paragraph.lines().toList()));
            }
        }
        return List.copyOf(all);
    }

    private static LinkerCause cause(List<String> lines) {
        String head = lines.getFirst();
        int end = head.indexOf(']');
        List<Pattern> patterns =
                starting(lines, "say ").stream().map(LinkerCause::pattern).toList();
        List<Integer> signals =
                starting(lines, "signal ").stream().map(Integer::valueOf).toList();
        String cure = starting(lines, "cure ").getFirst();
        return new LinkerCause(head.substring(1, end), head.substring(end + 2), cure, patterns, signals);
    }

    private static List<String> starting(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private static String text() {
        try (InputStream in = LinkerCauses.class.getResourceAsStream("causes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
