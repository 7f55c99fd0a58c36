package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;

/**
 * A simple command of a shell line.
 *
 * @param words the command and its arguments, quotes taken off
 * @param output the file that {@code >} sends its output to, or null
 * @param piped whether its output goes into the command after it
 */
record ShellCommand(List<String> words, String output, boolean piped) {
    private static final String SIGNS = ";&|()<>\n";

    /** The commands of a recipe line in order, whatever joins them. */
    static List<ShellCommand> split(String line) {
        List<ShellCommand> commands = new ArrayList<>();
        ShellWords reader = new ShellWords(line);
        List<String> words = new ArrayList<>();
        String output = null;
        while (true) {
            String word = reader.next(SIGNS);
            if (word != null) {
                words.add(words.isEmpty() ? withoutPrefix(word) : word);
                continue;
            }
            if (reader.at() >= line.length()) {
                break;
            }
            char sign = line.charAt(reader.at());
            reader.skip(1);
            if (sign == '>' || sign == '<') {
                output = redirection(line, reader, sign, output);
                continue;
            }
            boolean pipe = sign == '|' && (reader.at() >= line.length() || line.charAt(reader.at()) != '|');
            add(commands, words, output, pipe);
            words = new ArrayList<>();
            output = null;
        }
        add(commands, words, output, false);
        return commands;
    }

    private static String redirection(String line, ShellWords reader, char sign, String before) {
        if (reader.at() < line.length() && line.charAt(reader.at()) == '>') {
            reader.skip(1);
        }
        String target = reader.next(SIGNS);
        return sign == '>' && target != null ? target : before;
    }

    private static void add(List<ShellCommand> commands, List<String> words, String output, boolean piped) {
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(List.copyOf(words), output, piped));
        }
    }

    /** Without what make takes off itself: {@code @} silent, {@code -} ignore errors, {@code +} always run. */
    private static String withoutPrefix(String word) {
        int from = 0;
        while (from < word.length() && "@-+".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        return word.substring(from);
    }
}
