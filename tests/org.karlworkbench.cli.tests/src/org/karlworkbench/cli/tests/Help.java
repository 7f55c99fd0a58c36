package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karlworkbench.cli.Karl;

/**
 * What {@code --help} says of a verb.
 *
 * @param verb its words, such as machine boot; none for the command itself
 * @param text the help
 */
record Help(List<String> verb, String text) {
    private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z-]+)  ");
    private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:(-\\w), )?(--[a-z-]+)|^ +(-\\w)[ =]");

    static Help of(List<String> verb) {
        List<Object> words = new ArrayList<>(verb);
        words.add("--help");
        Command help = Command.run(words.toArray());
        assertEquals(Karl.DONE, help.status(), help.err());
        return new Help(verb, help.out());
    }

    /** The help of each verb right below this one. */
    List<Help> below() {
        int list = text.indexOf("Commands:");
        return list < 0
                ? List.of()
                : VERB.matcher(text.substring(list))
                        .results()
                        .map(found -> Stream.concat(verb.stream(), Stream.of(found.group(1)))
                                .toList())
                        .map(Help::of)
                        .toList();
    }

    /** The options, each by all of its names. */
    List<List<String>> options() {
        return OPTION.matcher(text)
                .results()
                .map(found -> Stream.of(1, 2, 3)
                        .map(found::group)
                        .filter(Objects::nonNull)
                        .toList())
                .toList();
    }
}
