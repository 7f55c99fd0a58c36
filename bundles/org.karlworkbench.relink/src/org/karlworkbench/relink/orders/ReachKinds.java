package org.karlworkbench.relink.orders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of one machine in {@code reach.txt}, and where its global pointer stands. */
final class ReachKinds {
    /** What no machine's kernel has. */
    private static final Pointer NO_POINTER = new Pointer("", "", 0);

    private static final Map<Integer, ReachKinds> ALL = read();

    private final Map<Integer, ReachKind> kinds = new HashMap<>();
    private Pointer pointer = NO_POINTER;

    /**
     * Where a global pointer stands.
     *
     * @param symbol the symbol that says it
     * @param section the section to which it belongs where no symbol does
     * @param offset how far behind that section's start
     */
    record Pointer(String symbol, String section, long offset) {}

    private ReachKinds() {}

    /** The kinds of an {@code e_machine}; empty for one that the table does not have. */
    static ReachKinds of(int machine) {
        return ALL.getOrDefault(machine, new ReachKinds());
    }

    private static Map<Integer, ReachKinds> read() {
        Map<Integer, ReachKinds> all = new HashMap<>();
        ReachKinds kinds = new ReachKinds();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                kinds = new ReachKinds();
                all.put(Integer.valueOf(line.substring(1, line.indexOf(']'))), kinds);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                kinds.add(line.split(" "));
            }
        }
        return all;
    }

    private static List<String> lines() {
        try (InputStream in = ReachKinds.class.getResourceAsStream("reach.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] words) {
        if (words[0].equals("gp")) {
            pointer = new Pointer(words[1], words[2], Long.decode(words[3]));
            return;
        }
        int number = Integer.parseInt(words[0]);
        kinds.put(
                number,
                new ReachKind(
                        number,
                        words[1],
                        Integer.parseInt(words[2]),
                        Long.parseLong(words[3]),
                        words[4].equals("signed"),
                        ReachKind.From.valueOf(words[5].toUpperCase(Locale.ROOT)),
                        words[6].equals("-") ? Set.of() : Set.of(words[6].split(","))));
    }

    /** The kind of a number, or null if its reach is not limited. */
    ReachKind find(int number) {
        return kinds.get(number);
    }

    Pointer pointer() {
        return pointer;
    }
}
