package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documents name the verbs and options that {@code --help} names, all of them and no others. */
class DocumentedOptionsTest {
    private static final Path DOCS = Path.of(System.getProperty("org.karlworkbench.root"));
    private static final Pattern USE = Pattern.compile("karl (help |[a-z-]+)((?:[ |][a-z-]+)*)([^`\\n#]*)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

    /** Told once for all verbs, at the beginning. */
    private static final Set<String> GENERAL = Set.of("--help", "--json", "--name");

    /** Verbs that relink or place by a recipe have its options from relink. */
    private static final String AS_RELINK = "ecipe options are";

    private static final Set<String> RECIPE =
            Set.of("--recipe", "--set", "--gap", "--order", "--linker", "--no-shuffle", "--seed", "--seed-file");

    /** The options of each verb, and of those below it, by the verb's first word; each by all of its names. */
    private static Map<String, Set<List<String>>> verbs() {
        Map<String, Set<List<String>>> verbs = new TreeMap<>();
        for (Help verb : Help.of(List.of()).below()) {
            Set<List<String>> options = new HashSet<>(verb.options());
            verb.below().forEach(sub -> options.addAll(sub.options()));
            verbs.put(verb.verb().getFirst(), options);
        }
        assertTrue(verbs.size() >= 20, verbs::toString);
        return verbs;
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
            for (Help sub : Help.of(List.of(verb)).below()) {
                assertTrue(names(sections.get(verb), sub.verb().getLast()), sub::toString);
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
