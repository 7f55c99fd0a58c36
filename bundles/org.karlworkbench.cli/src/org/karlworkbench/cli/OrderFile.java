package org.karlworkbench.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/**
 * A file with the names of objects, one a line, as the original's {@code lorder}. Empty lines do not count.
 *
 * @param file the file
 * @param lines its lines
 */
record OrderFile(Path file, List<String> lines) {
    /** 30,000 objects with long names are under 4 MiB. */
    private static final long MOST_BYTES = 16L << 20;

    static OrderFile read(Path file) throws EngineException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw bad(file, null, "is larger than 16 MiB");
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            OrderFile order =
                    new OrderFile(file, lines.stream().map(String::strip).toList());
            order.requireOnce();
            return order;
        } catch (CharacterCodingException e) {
            throw bad(file, null, "is no text in UTF-8");
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /** The names in their order. */
    List<String> names() {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    /** Refuses names that are not in a kit's body. */
    void requireIn(List<String> body) throws EngineException {
        Set<String> known = new HashSet<>(body);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !known.contains(lines.get(i))) {
                throw bad(file, "line " + (i + 1), lines.get(i) + " is not in the kit's body");
            }
        }
    }

    private void requireOnce() throws EngineException {
        Set<String> met = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !met.add(lines.get(i))) {
                throw bad(file, "line " + (i + 1), lines.get(i) + " is named twice");
            }
        }
    }

    private static EngineException bad(Path file, String place, String problem) {
        return new EngineException(
                "bad-order", file.toString(), place, problem, "give a file with one object of the body a line");
    }
}
