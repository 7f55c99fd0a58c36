package org.karlworkbench.architecture.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table "Rooms (bundles)" of docs/architecture.md. Its third column lists rooms and libraries, separated by commas
 * and semicolons; {@code the engine} stands for all rooms above {@code cli}. Remarks in parentheses are skipped.
 */
final class Rooms {
    private static final String COMMAND = "cli";
    private static final Set<String> NO_MORE = Set.of("the JDK only", "nothing");

    private final Map<String, Room> rooms = new LinkedHashMap<>();

    private Rooms(Map<String, String> rows) {
        List<String> names = List.copyOf(rows.keySet());
        List<String> engine = names.subList(0, Math.max(0, names.indexOf(COMMAND)));
        rows.forEach((name, mayUse) -> rooms.put(name, room(name, mayUse, names, engine)));
    }

    /** Reads the table from the text of a document. */
    static Rooms of(List<String> lines) {
        Map<String, String> rows = new LinkedHashMap<>();
        int start = lines.indexOf("## Rooms (bundles)") + 1;
        for (String line : lines.subList(start, lines.size())) {
            String[] cells = line.split("\\|");
            if (cells.length == 4 && cells[1].strip().matches("`[a-z.]+`")) {
                rows.put(cells[1].strip().replace("`", ""), cells[3].strip());
            } else if (line.startsWith("## ")) {
                break;
            }
        }
        if (start == 0 || rows.isEmpty()) {
            throw new IllegalArgumentException("no table under a heading \"Rooms (bundles)\"");
        }
        return new Rooms(rows);
    }

    /** Reads the table from the repository's document. */
    static Rooms read(Path root) throws IOException {
        return of(Files.readAllLines(root.resolve("docs/architecture.md")));
    }

    /** The names of all rooms, in the order of the table. */
    Set<String> names() {
        return rooms.keySet();
    }

    /** The row of a bundle, by its name after {@code org.karlworkbench.}. */
    Optional<Room> named(String name) {
        return Optional.ofNullable(rooms.get(name));
    }

    private static Room room(String name, String mayUse, List<String> names, List<String> engine) {
        Set<String> used = new HashSet<>();
        Set<Library> libraries = new HashSet<>();
        for (String word : words(mayUse)) {
            if (word.equals("the engine")) {
                used.addAll(engine);
            } else if (names.contains(word)) {
                used.add(word);
            } else if (!NO_MORE.contains(word)) {
                libraries.add(Library.named(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "room " + name + " may use \"" + word + "\", which is neither a room nor a library")));
            }
        }
        return new Room(name, used, libraries, engine.contains(name) || name.equals(COMMAND));
    }

    private static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        for (String word : cell.replaceAll("\\([^)]*\\)", "").replace("`", "").split("[,;]")) {
            words.add(word.strip());
        }
        return words;
    }
}
