package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.EngineException;

/**
 * What stands on the disk when many relinks stop before their end.
 *
 * @param kernel the name before the numbers, or null where only entries are made
 * @param entries the files of the entries by number, null for those that were not made
 */
record MadeBefore(Path kernel, Path[] entries) {
    /** So many runs of numbers are named at most. */
    private static final int MOST_RUNS = 8;

    /** The failure, with what was made before it. */
    EngineException failed(EngineException e) {
        return words().map(made -> new EngineException(
                        e.code(), e.file(), e.place(), e.getMessage() + "; " + made, cure(e.cure()), e))
                .orElse(e);
    }

    private static String cure(String own) {
        String rest = "for the others relink again with --count and the same seed";
        return own == null ? rest : own + "; " + rest;
    }

    /** What was made, in a clause; empty where nothing was. */
    Optional<String> words() {
        List<String> runs = new ArrayList<>();
        int made = 0;
        for (int from = 0; from < entries.length; from++) {
            int to = from;
            while (to < entries.length && entries[to] != null) {
                to++;
            }
            if (to > from) {
                made += to - from;
                runs.add(to - from == 1 ? name(from) : name(from) + " to " + name(to - 1));
                from = to;
            }
        }
        String more = runs.size() > MOST_RUNS ? " and others" : "";
        String named = String.join(", ", runs.subList(0, Math.min(MOST_RUNS, runs.size()))) + more;
        return made == 0
                ? Optional.empty()
                : Optional.of(made + " of " + entries.length + " were made and are whole: " + named);
    }

    private String name(int index) {
        return kernel == null ? entries[index].getFileName().toString() : kernel.getFileName() + "." + (index + 1);
    }
}
