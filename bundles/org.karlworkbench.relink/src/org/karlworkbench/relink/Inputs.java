package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/** The objects of a link as a linker's arguments. */
final class Inputs {
    /** Characters that begin an option, a file of arguments, or a path under the linker's system root. */
    private static final String SPECIAL = "-@=$";

    private static final String HERE = "./";

    /** The system's own bound lies at 2 MiB, environment included. */
    private static final int MOST_ARGUMENT_BYTES = 1 << 20;

    private Inputs() {}

    /**
     * Arguments for objects, in order.
     *
     * @param objects their names inside the kit's folder, in which the linker runs
     * @param gap the gap's file, which takes the place of {@link org.karlworkbench.layout.Places#GAP}; null for none
     * @param work where a file of arguments goes when there are too many for a command line
     * @throws EngineException when that file cannot be written
     */
    static List<String> arguments(List<String> objects, Path gap, Path work) throws EngineException {
        List<String> arguments = new ArrayList<>(objects.size());
        long bytes = 0;
        for (String object : objects) {
            boolean isGap = gap != null && object.equals(gap.getFileName().toString());
            String argument = isGap ? gap.toString() : argument(object);
            arguments.add(argument);
            bytes += argument.length() + 1;
        }
        return bytes > MOST_ARGUMENT_BYTES ? List.of("@" + file(arguments, work)) : arguments;
    }

    /** What a map calls an object, as the kit calls it. */
    static String object(String argument) {
        boolean prefixed = argument.startsWith(HERE) && argument.length() > HERE.length();
        return prefixed && SPECIAL.indexOf(argument.charAt(HERE.length())) >= 0
                ? argument.substring(HERE.length())
                : argument;
    }

    private static String argument(String object) {
        return SPECIAL.indexOf(object.charAt(0)) >= 0 ? HERE + object : object;
    }

    private static Path file(List<String> arguments, Path work) throws EngineException {
        Path file = work.resolve("arguments");
        StringBuilder text = new StringBuilder();
        for (String argument : arguments) {
            text.append(argument.replaceAll("[\\s\"'\\\\]", "\\\\$0")).append('\n');
        }
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
