package org.karlworkbench.linker.script;

import java.util.List;
import java.util.Set;

/**
 * What a linker script says, command by command.
 *
 * @param name the script's name, for messages
 * @param commands in the script's order
 * @param asked the symbols of which its expressions need the value
 */
public record Script(String name, List<Command> commands, Set<String> asked) {
    /** Copies list and set. */
    public Script {
        commands = List.copyOf(commands);
        asked = Set.copyOf(asked);
    }
}
