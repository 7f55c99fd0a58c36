package org.karlworkbench.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.makefile.Makefile;

/** On which lines of a Makefile a kit's link flags are set. Read only where one is refused, since few are. */
public final class FlagLines {
    private static final String VARIABLE = "LINKFLAGS";

    private final Map<String, Integer> lines;

    private FlagLines(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /**
     * Looks for the flags.
     *
     * @param makefile the kit's Makefile, which need not exist
     * @return the lines
     * @throws EngineException if it cannot be read
     */
    public static FlagLines of(Path makefile) throws EngineException {
        return new FlagLines(
                Files.isRegularFile(makefile)
                        ? Makefile.read(makefile, Map.of()).wordLines(VARIABLE)
                        : Map.of());
    }

    /**
     * The line of a flag.
     *
     * @param flag the flag, as the Makefile spells it
     * @return its line, from 1; that of the last flags where it came from a variable of their own; 0 if it is unknown
     */
    public int lineOf(String flag) {
        String first = flag.split(" ", 2)[0];
        return lines.getOrDefault(first, lines.getOrDefault("", 0));
    }
}
