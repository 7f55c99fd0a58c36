package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Repeats the lines of a {@code .for}, within limits. */
final class Loops {
    private static final int DEEPEST = 8;
    private static final long MOST_CHARACTERS = 4L << 20;

    private long left = MOST_CHARACTERS;
    private int depth;
    private int instance;

    /** The index of the {@code .endfor} that belongs to the {@code .for} at an index, or -1. */
    int end(List<LogicalLine> lines, int first) {
        int open = 0;
        for (int i = first; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (isDirective(text, "for")) {
                open++;
            } else if (isDirective(text, "endfor") && --open == 0) {
                return i;
            }
            if (--left < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isDirective(String text, String word) {
        if (!text.startsWith(".")) {
            return false;
        }
        int from = 1;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int end = from + word.length();
        return text.startsWith(word, from) && (end == text.length() || Character.isWhitespace(text.charAt(end)));
    }

    /** Runs a body for each item of {@code x y in a b c d}; false if that cannot be read or is too much. */
    boolean run(String head, List<LogicalLine> body, Variables variables, Consumer<List<LogicalLine>> runner) {
        List<String> words = Modifiers.words(head);
        int in = words.indexOf("in");
        if (in < 1 || depth >= DEEPEST) {
            return false;
        }
        List<String> names = words.subList(0, in);
        List<String> items = words.subList(in + 1, words.size());
        depth++;
        for (int i = 0; i + names.size() <= items.size() && left >= 0; i += names.size()) {
            List<LogicalLine> round = round(names, items.subList(i, i + names.size()), body, variables);
            if (left >= 0) {
                runner.accept(round);
            }
        }
        depth--;
        return left >= 0;
    }

    /** The body with the loop's variables under names of this round alone, since make puts in their text. */
    private List<LogicalLine> round(
            List<String> names, List<String> items, List<LogicalLine> body, Variables variables) {
        String prefix = ".for" + instance++ + ".";
        for (int i = 0; i < names.size(); i++) {
            variables.set(prefix + names.get(i), items.get(i));
        }
        List<LogicalLine> lines = new ArrayList<>(body.size());
        for (LogicalLine line : body) {
            String text = line.text();
            for (String name : names) {
                left -= text.length() + 1;
                if (left < 0) {
                    return lines;
                }
                text = rename(text, name, prefix + name);
            }
            lines.add(new LogicalLine(line.number(), text));
        }
        return lines;
    }

    private static String rename(String text, String name, String fresh) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        String renamed = text;
        for (String open : List.of("${", "$(")) {
            for (String end : List.of("}", ")", ":")) {
                renamed = renamed.replace(open + name + end, open + fresh + end);
            }
        }
        return renamed;
    }
}
