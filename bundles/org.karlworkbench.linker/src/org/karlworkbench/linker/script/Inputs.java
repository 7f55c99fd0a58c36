package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/** Reads which input sections are taken from which files (GNU ld manual, "Input Section Description"). */
final class Inputs {
    private static final String EXCLUDE = "EXCLUDE_FILE";

    private final Words words;

    Inputs(Words words) {
        this.words = words;
    }

    /** Takes what follows the first word of a statement. */
    Content.Input read(Word first) throws EngineException {
        if (!first.keyword().equals("KEEP")) {
            return input(first, false, first.line());
        }
        words.expect("(");
        Content.Input input = input(words.pattern("a file"), true, first.line());
        words.expect(")");
        return input;
    }

    private Content.Input input(Word first, boolean keep, int line) throws EngineException {
        List<String> excluded = List.of();
        Word file = first;
        if (first.keyword().equals(EXCLUDE)) {
            excluded = files();
            file = words.pattern("a file");
        }
        return new Content.Input(file(file), excluded, sections(), keep, line);
    }

    /** A file's pattern before its sections. */
    private String file(Word file) throws EngineException {
        if (file.isShouted()) {
            throw words.refused(file);
        }
        if (!words.isAt("(")) {
            throw words.cursor().refused(file.line(), file.text() + " without sections in parentheses");
        }
        return files(file);
    }

    /** {@code archive:file} would look into archives, and a colon in a name is nothing that objects have. */
    private String files(Word file) throws EngineException {
        if (file.text().indexOf(':') >= 0) {
            throw words.cursor().refused(file.line(), "files in archives as in " + file.text());
        }
        return glob(file);
    }

    /** The files in the parentheses of {@code EXCLUDE_FILE}. */
    private List<String> files() throws EngineException {
        List<String> files = new ArrayList<>();
        words.expect("(");
        do {
            files.add(files(words.pattern("a file")));
            words.takes(",");
        } while (!words.takes(")"));
        return List.copyOf(files);
    }

    private List<Content.Pattern> sections() throws EngineException {
        List<Content.Pattern> sections = new ArrayList<>();
        words.expect("(");
        do {
            sections.add(section());
            words.takes(",");
        } while (!words.takes(")"));
        return List.copyOf(sections);
    }

    /** A section's pattern; what excludes files and sorts stands before it, and is closed behind it. */
    private Content.Pattern section() throws EngineException {
        List<String> excluded = new ArrayList<>();
        List<Content.Sort> sort = new ArrayList<>();
        int open = 0;
        Word word = words.pattern("a section");
        while (words.isAt("(")) {
            if (word.keyword().equals(EXCLUDE)) {
                excluded.addAll(files());
            } else {
                words.expect("(");
                sort(sort, word);
                open++;
            }
            word = words.pattern("a section");
        }
        for (int i = 0; i < open; i++) {
            words.expect(")");
        }
        return new Content.Pattern(glob(word), List.copyOf(excluded), List.copyOf(sort));
    }

    /** Adds a key. Two of them are one if they are the same, and the name and the alignment may follow each other. */
    private void sort(List<Content.Sort> keys, Word word) throws EngineException {
        Content.Sort key = key(word);
        if (!keys.isEmpty() && (keys.size() > 1 || !nests(keys.getFirst()) || !nests(key))) {
            throw words.cursor().refused(word.line(), word.text() + " in another SORT");
        }
        if (!keys.contains(key)) {
            keys.add(key);
        }
    }

    private static boolean nests(Content.Sort key) {
        return key == Content.Sort.NAME || key == Content.Sort.ALIGNMENT;
    }

    private Content.Sort key(Word word) throws EngineException {
        return switch (word.keyword()) {
            case "SORT", "SORT_BY_NAME" -> Content.Sort.NAME;
            case "SORT_BY_ALIGNMENT" -> Content.Sort.ALIGNMENT;
            case "SORT_BY_INIT_PRIORITY" -> Content.Sort.PRIORITY;
            case "SORT_NONE" -> Content.Sort.NONE;
            default -> throw words.refused(word);
        };
    }

    /** GNU ld reads wildcards in quotes as such, and lld does not. */
    private String glob(Word word) throws EngineException {
        if (word.text().isEmpty()) {
            throw words.cursor().bad(word.line(), "expected a pattern, found \"\"");
        }
        if (word.quoted() && Words.isWild(word.text())) {
            throw words.cursor().refused(word.line(), "wildcards in quotes as in " + word.text());
        }
        return word.text();
    }
}
