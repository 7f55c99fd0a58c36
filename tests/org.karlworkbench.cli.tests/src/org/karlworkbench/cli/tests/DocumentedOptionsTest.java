package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.karlworkbench.cli.Karl;

/** The documents name the verbs and options that {@code --help} names, all of them and no others. */
class DocumentedOptionsTest {
    private static final Path DOCS = Path.of(System.getProperty("org.karlworkbench.root"));
    private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z-]+)  ");
    private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:(-\\w), )?(--[a-z-]+)");
    private static final Pattern USE = Pattern.compile("karl (help |[a-z-]+)((?:[ |][a-z-]+)*)([^`\\n#]*)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

    /** Told once for all verbs, at the beginning. */
    private static final Set<String> GENERAL = Set.of("--help", "--json", "--name");

    /** Verbs that relink or place by a recipe have its options from relink. */
    private static final String AS_RELINK = "ecipe options are";

    private static final Set<String> RECIPE =
            Set.of("--recipe", "--set", "--gap", "--order", "--linker", "--no-shuffle", "--seed", "--seed-file");

    private static String help(List<String> verb) {
        List<Object> words = new ArrayList<>(verb);
        words.add("--help");
        Command help = Command.run(words.toArray());
        assertEquals(Karl.DONE, help.status(), help.err());
        return help.out();
    }

    /** The options of each verb, and of those below it, by the verb's first word; each by all of its names. */
    private static Map<String, Set<List<String>>> verbs() {
        Map<String, Set<List<String>>> verbs = new TreeMap<>();
        for (String verb : below(List.of())) {
            Set<List<String>> options = new java.util.HashSet<>(options(List.of(verb)));
            for (String sub : below(List.of(verb))) {
                options.addAll(options(List.of(verb, sub)));
            }
            verbs.put(verb, options);
        }
        assertTrue(verbs.size() >= 20, verbs::toString);
        return verbs;
    }

    private static List<String> below(List<String> verb) {
        String help = help(verb);
        int list = help.indexOf("Commands:");
        return list < 0
                ? List.of()
                : VERB.matcher(help.substring(list))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
    }

    private static List<List<String>> options(List<String> verb) {
        return OPTION.matcher(help(verb))
                .results()
                .map(found ->
                        found.group(1) == null ? List.of(found.group(2)) : List.of(found.group(1), found.group(2)))
                .toList();
    }

    private static String document(String name) throws IOException {
        return Files.readString(DOCS.resolve(name));
    }

    /** The sections of command.md by the verb in their heading; the one before all verbs by an empty word. */
    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new HashMap<>();
        for (String section : document("docs/command.md").split("(?m)^## ")) {
            String verb = section.startsWith("`karl ") ? section.split("[ `]")[2] : "";
            sections.merge(verb, section, String::concat);
        }
        return sections;
    }

    private static boolean names(String text, String option) {
        return Pattern.compile("(?<![\\w-])" + option + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    @Test
    void everyOptionIsInTheSectionOfItsVerb() throws IOException {
        Map<String, String> sections = sections();
        List<String> missing = new ArrayList<>();
        verbs().forEach((verb, options) -> {
            String section = sections.getOrDefault(verb, "");
            assertFalse(section.isEmpty(), verb);
            options.stream()
                    .filter(names -> names.stream()
                            .noneMatch(name -> names(section, name)
                                    || GENERAL.contains(name)
                                    || section.contains(AS_RELINK) && RECIPE.contains(name)))
                    .forEach(names -> missing.add(verb + " " + names));
        });
        assertEquals(List.of(), missing);
        GENERAL.forEach(name -> assertTrue(names(sections.get(""), name), name));
    }

    @Test
    void everyVerbBelowAVerbIsDocumented() throws IOException {
        Map<String, String> sections = sections();
        for (String verb : List.of("ledger", "machine")) {
            for (String sub : below(List.of(verb))) {
                assertTrue(names(sections.get(verb), sub), verb + " " + sub);
            }
        }
    }

    /** Every command line in the documents is one that the command takes: its verb is there, and so are its options. */
    @Test
    void noOtherOptionIsWrittenAnywhere() throws IOException {
        Map<String, Set<String>> known = new TreeMap<>();
        verbs().forEach((verb, options) -> {
            Set<String> all = new TreeSet<>();
            options.forEach(all::addAll);
            known.put(verb, all);
        });
        int seen = 0;
        for (String file : List.of("README.md", "docs/command.md", "docs/workbench.md", "docs/lessons.md")) {
            for (MatchResult use : USE.matcher(document(file)).results().toList()) {
                Set<String> options = known.get(use.group(1).strip());
                if (options == null) {
                    continue; // a sentence about the command
                }
                for (String word : WORD.matcher(use.group(3))
                        .results()
                        .map(MatchResult::group)
                        .toList()) {
                    assertTrue(options.contains(word), () -> file + ": " + use.group());
                    seen++;
                }
            }
        }
        assertTrue(seen > 80, "so many options were read: " + seen);
    }
}
