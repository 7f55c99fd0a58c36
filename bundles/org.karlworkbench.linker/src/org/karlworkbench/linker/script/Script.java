package org.karlworkbench.linker.script;

import java.util.List;

/**
 * What a linker script says, command by command.
 *
 * @param name the script's name, for messages
 * @param commands in the script's order
 */
public record Script(String name, List<Command> commands) {
    /** Copies the list. */
    public Script {
        commands = List.copyOf(commands);
    }
}
