package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.SafeDisk;

/** All that ever happened to a machine, a JSON object a line; it only grows. */
final class Timeline {
    private Timeline() {}

    static List<Event> read(Path file) throws EngineException {
        return LineFile.read(file).stream()
                .map(Event::parse)
                .filter(Event::isWhole)
                .toList();
    }

    static void append(Path file, Event event, SafeDisk disk) throws EngineException {
        LineFile.append(file, event.line(), disk);
    }
}
