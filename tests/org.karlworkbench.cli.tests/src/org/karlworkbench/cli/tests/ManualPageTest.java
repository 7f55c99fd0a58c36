package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** The manual page is one that mandoc likes, and says all that {@code --help} says. */
class ManualPageTest {
    private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z-]+)  ");
    private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:(-\\w), )?(--[a-z-]+)|^ +(-\\w)[ =]");

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void write() throws Exception {
        page = Files.writeString(folder.resolve("karl.1"), Karl.manual());
    }

    @Test
    void mandocFindsNothingWrong() throws Exception {
        assertEquals(List.of(), Command.witness("mandoc", "-Tlint", "-Wwarning", page));
    }

    @Test
    void everyVerbAndOptionIsInIt() throws Exception {
        String read = String.join("\n", Command.witness("mandoc", "-Tascii", "-Owidth=200", page))
                .replaceAll(".\b", "");
        List<List<String>> verbs = verbs(List.of());
        assertTrue(verbs.size() > 30, verbs::toString);
        for (List<String> verb : verbs) {
            String help = help(verb);
            String section = section(read, "karl " + String.join(" ", verb));
            List<String> options = OPTION.matcher(help)
                    .results()
                    .flatMap(found -> names(found).stream())
                    .toList();
            assertTrue(options.contains("--help"), help);
            for (String option : options) {
                assertTrue(
                        Pattern.compile("(?m)^ +(?:-\\w.*, )?" + option + "(?![\\w-])")
                                .matcher(section)
                                .find(),
                        () -> verb + " " + option + " is missing in\n" + section);
            }
        }
    }

    @Test
    void wordsThatLookLikeMacrosStayWords() throws Exception {
        String read = String.join("\n", Command.witness("mandoc", "-Tascii", "-Owidth=400", page))
                .replaceAll(".\b", "");
        assertTrue(section(read, "karl diff").contains("diff A B"), () -> section(read, "karl diff"));
        assertTrue(read.contains("NAME in --set is linker, shuffle"), read);
    }

    private static List<String> names(MatchResult found) {
        List<String> names = new ArrayList<>();
        for (int group = 1; group <= 3; group++) {
            if (found.group(group) != null) {
                names.add(found.group(group));
            }
        }
        return names;
    }

    /** All verbs below some words, each by its words. */
    private static List<List<String>> verbs(List<String> above) {
        List<List<String>> verbs = new ArrayList<>();
        String help = help(above);
        int list = help.indexOf("Commands:");
        if (list >= 0) {
            VERB.matcher(help.substring(list))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> {
                        List<String> verb = new ArrayList<>(above);
                        verb.add(name);
                        verbs.add(verb);
                        verbs.addAll(verbs(verb));
                    });
        }
        return verbs;
    }

    private static String help(List<String> verb) {
        List<Object> words = new ArrayList<>(verb);
        words.add("--help");
        Command help = Command.run(words.toArray());
        assertEquals(Karl.DONE, help.status(), help.err());
        return help.out();
    }

    /** What stands below a heading of the page, up to the next. */
    private static String section(String read, String heading) {
        int start = read.indexOf("\n   " + heading + "\n");
        assertTrue(start >= 0, () -> "no section " + heading);
        int end = Pattern.compile("\n {0,3}\\w")
                .matcher(read)
                .results()
                .mapToInt(MatchResult::start)
                .filter(place -> place > start)
                .findFirst()
                .orElse(read.length());
        return read.substring(start, end);
    }
}
