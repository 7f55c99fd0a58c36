package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** The objects of a link as a linker's arguments. */
final class Inputs {
    /** Characters that begin an option, a file of arguments, or a path under the linker's system root. */
    private static final String SPECIAL = "-@=$";

    private static final String HERE = "./";

    /** The file that a member of a library was put into. */
    private static final Pattern MEMBER = Pattern.compile("/[^/]+\\([^/]+\\)(#\\d+)?$");

    /** The system's own bound lies at 2 MiB, environment included. */
    private static final int MOST_ARGUMENT_BYTES = 1 << 20;

    private Inputs() {}

    /**
     * Arguments for objects, in order.
     *
     * @param objects their names inside the kit's folder, in which the linker runs
     * @param elsewhere the files of those that do not lie there, by name: the gap, members of libraries
     * @param work where a file of arguments goes when there are too many for a command line
     * @throws EngineException when that file cannot be written
     */
    static List<String> arguments(List<String> objects, Map<String, Path> elsewhere, Path work) throws EngineException {
        List<String> arguments = new ArrayList<>(objects.size());
        long bytes = 0;
        for (String object : objects) {
            Path file = elsewhere.get(object);
            String argument = file == null ? argument(object) : file.toString();
            arguments.add(argument);
            bytes += argument.length() + 1;
        }
        return bytes > MOST_ARGUMENT_BYTES ? List.of("@" + file(arguments, work)) : arguments;
    }

    /**
     * Puts the members of libraries into files of their own: which of them are linked is decided already, and in which order.
     *
     * @param kit the kit
     * @param work where the files go
     * @return the files by the members' names, which they have too
     * @throws EngineException when they cannot be read or written
     */
    static Map<String, Path> members(LoadedKit kit, Path work) throws EngineException {
        Map<String, Path> files = new HashMap<>();
        for (ObjectFile object : kit.objects()) {
            if (object.isMember()) {
                Path file = work.resolve(object.name());
                try {
                    files.put(object.name(), Files.write(file, object.memberBytes()));
                } catch (IOException e) {
                    throw EngineException.io(file, e);
                }
            }
        }
        return files;
    }

    /** What a map calls an object, as the kit calls it. */
    static String object(String argument) {
        if (MEMBER.matcher(argument).find()) {
            return argument.substring(argument.lastIndexOf('/') + 1);
        }
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
