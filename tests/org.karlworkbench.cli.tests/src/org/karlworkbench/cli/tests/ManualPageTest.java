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
        List<Help> verbs = verbs(Help.of(List.of()));
        assertTrue(verbs.size() > 30, verbs::toString);
        for (Help verb : verbs) {
            String section = section(read, "karl " + String.join(" ", verb.verb()));
            List<String> options = verb.options().stream().flatMap(List::stream).toList();
            assertTrue(options.contains("--help"), verb.text());
            for (String option : options) {
                assertTrue(
                        Pattern.compile("(?m)^ +(?:-\\w.*, )?" + option + "(?![\\w-])")
                                .matcher(section)
                                .find(),
                        () -> verb.verb() + " " + option + " is missing in\n" + section);
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

    /** All verbs below one. */
    private static List<Help> verbs(Help above) {
        List<Help> verbs = new ArrayList<>();
        for (Help verb : above.below()) {
            verbs.add(verb);
            verbs.addAll(verbs(verb));
        }
        return verbs;
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
