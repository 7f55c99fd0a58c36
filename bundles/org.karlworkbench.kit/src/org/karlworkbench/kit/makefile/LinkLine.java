package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;

/**
 * What the shell commands that link the kernel say about the order of its objects.
 *
 * @param written the objects that are written into {@code lorder}, in that order; empty if none are
 * @param sorter the words of the commands between them and {@code lorder}, such as {@code sort -R}
 * @param before the objects on the linker's command line before {@code lorder}; all, if there is no {@code lorder}
 * @param after the objects behind it, and the libraries behind it or, if there is no {@code lorder}, anywhere
 * @param flags the other words of the linker's command line before {@code -o}
 * @param readsOrder whether the linker's command line takes in {@code lorder}
 */
record LinkLine(
        List<String> written,
        List<String> sorter,
        List<String> before,
        LinkTail after,
        List<String> flags,
        boolean readsOrder) {
    private static final String ORDER = "lorder";

    /** Reads expanded recipe lines. */
    static LinkLine of(String shell, String linker) {
        List<ShellCommand> commands = ShellCommand.split(shell);
        List<String> written = new ArrayList<>();
        List<String> sorter = new ArrayList<>();
        readOrder(commands, written, sorter);
        for (ShellCommand command : commands) {
            if (isLink(command, linker)) {
                return ofLink(command, written, sorter);
            }
        }
        return new LinkLine(written, sorter, List.of(), LinkTail.of(List.of()), List.of(), false);
    }

    private static void readOrder(List<ShellCommand> commands, List<String> written, List<String> sorter) {
        int first = 0;
        for (int i = 0; i < commands.size(); i++) {
            ShellCommand command = commands.get(i);
            if (ORDER.equals(command.output())) {
                written.addAll(objects(commands.get(first).words()));
                commands.subList(first + 1, i + 1).forEach(stage -> sorter.addAll(stage.words()));
                return;
            }
            first = command.piped() ? first : i + 1;
        }
    }

    private static boolean isLink(ShellCommand command, String linker) {
        String name = command.words().getFirst();
        String base = name.substring(name.lastIndexOf('/') + 1);
        boolean linking = name.equals(linker) || base.equals("ld") || base.startsWith("ld.") || base.endsWith("-ld");
        return linking && command.words().contains("-o");
    }

    private static LinkLine ofLink(ShellCommand command, List<String> written, List<String> sorter) {
        List<String> before = new ArrayList<>();
        int behind = 0;
        List<String> flags = new ArrayList<>();
        List<String> order = written;
        boolean reads = false;
        boolean output = false;
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-o")) {
                output = true;
                i++;
            } else if (isSubstitution(word)) {
                order = order.isEmpty() ? objectsIn(word, sorter) : order;
                reads = true;
                behind = i;
            } else if (isObject(word)) {
                if (!reads) {
                    before.add(word);
                }
            } else if (!output && !LinkTail.isLibrary(word)) {
                flags.add(word);
            }
        }
        LinkTail after = LinkTail.of(words.subList(behind, words.size()));
        return new LinkLine(order, sorter, before, reads ? after : after.librariesLast(), flags, reads);
    }

    private static boolean isSubstitution(String word) {
        return word.startsWith("`") || word.startsWith("$(") || word.equals("@" + ORDER);
    }

    /** The oldest form has no file: the list is echoed and sorted inside the linker's own command line. */
    private static List<String> objectsIn(String substitution, List<String> sorter) {
        String inner = substitution.startsWith("`")
                ? substitution.replace("`", "")
                : substitution.substring(Math.min(2, substitution.length())).replaceAll("\\)$", "");
        List<ShellCommand> commands = ShellCommand.split(inner);
        if (commands.isEmpty()) {
            return List.of();
        }
        commands.subList(1, commands.size()).forEach(stage -> sorter.addAll(stage.words()));
        return objects(commands.getFirst().words());
    }

    static List<String> objects(List<String> words) {
        return words.stream().filter(LinkLine::isObject).toList();
    }

    static boolean isObject(String word) {
        return word.endsWith(".o") && !word.startsWith("-") && word.length() > 2;
    }
}
