package org.karlworkbench.kit.makefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds on which lines of a Makefile words stand, for messages about them. */
final class WordLines {
    private final List<LogicalLine> lines;
    private final String[] physical;
    private final Expander expander;

    WordLines(String text, Expander expander) {
        this.lines = LogicalLine.split(text, new Problems());
        this.physical = text.split("\n", -1);
        this.expander = expander;
    }

    Map<String, Integer> of(String variable) {
        Map<String, Integer> found = new HashMap<>();
        for (LogicalLine line : lines) {
            Assignment assignment = Assignment.of(line.withoutComment());
            if (assignment != null && assignment.name().equals(variable)) {
                String value = expander.expand(assignment.value(), line.number());
                Map<String, Integer> written = written(line);
                ShellWords.split(value).forEach(word -> found.put(word, written.getOrDefault(word, line.number())));
                found.put("", line.number());
            }
        }
        if (found.isEmpty()) {
            lines.forEach(line -> found.putAll(written(line)));
        }
        return found;
    }

    /** The words as they are written in a line that may go on over several physical ones. */
    private Map<String, Integer> written(LogicalLine line) {
        Map<String, Integer> words = new HashMap<>();
        int number = line.number();
        do {
            for (String word : Modifiers.words(physical[number - 1])) {
                words.putIfAbsent(word, number);
            }
        } while (physical[number - 1].stripTrailing().endsWith("\\") && ++number <= physical.length);
        return words;
    }
}
