package org.karlworkbench.ui.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A line of words of a lesson file, of which the first says what it is and the others are taken one by one. */
final class Words {
    private final String line;
    private final List<String> words;
    private int next;

    Words(String line) {
        this.line = line.strip();
        words = this.line.isEmpty() ? List.of() : Arrays.asList(this.line.split("\\s+"));
    }

    String line() {
        return line;
    }

    /** The next word. */
    String take(String what) throws Unknown {
        if (next == words.size()) {
            throw new Unknown(line.isEmpty() ? what + " is missing" : what + " is missing behind `" + line + "`");
        }
        return words.get(next++);
    }

    /** The next word as one of a list. */
    <V> V take(String what, Map<String, V> known) throws Unknown {
        String word = take(
                what + " (" + String.join(", ", known.keySet().stream().sorted().toList()) + ")");
        V value = known.get(word);
        if (value == null) {
            throw new Unknown("`" + word + "` is no " + what + "; there are "
                    + String.join(", ", known.keySet().stream().sorted().toList()));
        }
        return value;
    }

    /** The next word as a number from 0 on. */
    long number(String what) throws Unknown {
        String word = take(what);
        if (!word.matches("[0-9]{1,12}")) {
            throw new Unknown("`" + word + "` is no " + what + ": a whole number is expected");
        }
        return Long.parseLong(word);
    }

    boolean hasMore() {
        return next < words.size();
    }

    /** Refuses what nobody took. */
    <V> V done(V value) throws Unknown {
        if (hasMore()) {
            throw new Unknown("`" + words.get(next) + "` is too much in `" + line + "`");
        }
        return value;
    }

    /** Values by the words for them. */
    static <V> Map<String, V> named(V[] values, Function<V, String> name) {
        return Arrays.stream(values).collect(java.util.stream.Collectors.toUnmodifiableMap(name, value -> value));
    }

    /** Words that a lesson does not have. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(String problem) {
            super(problem);
        }
    }
}
