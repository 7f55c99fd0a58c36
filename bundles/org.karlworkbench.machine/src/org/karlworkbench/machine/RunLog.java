package org.karlworkbench.machine;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/** The part of a {@code relink.log} that one run wrote: a head with the time when it began, and what follows. */
final class RunLog {
    private static final String HEAD = "-- ";

    private RunLog() {}

    static String head(String started, String behaviour) {
        return HEAD + started + " " + behaviour;
    }

    /** What the run of an event wrote, in whichever kit's log; without its head. */
    static List<String> of(MachineFiles files, Event event) throws EngineException {
        if (event.run() == null) {
            return List.of();
        }
        String head = head(event.run(), event.behaviour());
        for (String kit : KitTrees.withLogs(files)) {
            List<String> part = part(LineFile.read(files.log(kit)), head);
            if (!part.isEmpty()) {
                return part;
            }
        }
        return List.of();
    }

    private static List<String> part(List<String> log, String head) {
        List<String> part = new ArrayList<>();
        boolean inside = false;
        for (String line : log) {
            if (line.startsWith(HEAD)) {
                inside = line.equals(head);
            } else if (inside) {
                part.add(line);
            }
        }
        return part;
    }
}
