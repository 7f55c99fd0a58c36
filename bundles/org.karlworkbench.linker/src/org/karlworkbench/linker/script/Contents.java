package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/** Reads what stands in an output section (GNU ld manual, "Output Section Description"). */
final class Contents {
    private static final String CONSTRUCTORS = "CONSTRUCTORS";
    private static final Set<String> SORTS = Set.of("SORT", "SORT_BY_NAME");

    private final Words words;
    private final Expressions expressions;
    private final Statements statements;
    private final Fills fills;
    private final Inputs inputs;

    Contents(Words words, Expressions expressions, Statements statements, Fills fills) {
        this.words = words;
        this.expressions = expressions;
        this.statements = statements;
        this.fills = fills;
        this.inputs = new Inputs(words);
    }

    /** Takes the statements in their braces. */
    List<Content> read() throws EngineException {
        List<Content> contents = new ArrayList<>();
        words.expect("{");
        words.separators();
        while (!words.takes("}")) {
            Word word = words.pattern("a statement or }");
            if (!isConstructors(word)) {
                contents.add(content(word));
            }
            words.separators();
        }
        return List.copyOf(contents);
    }

    /** {@code CONSTRUCTORS}, sorted or not, which ELF has none of. */
    private boolean isConstructors(Word word) throws EngineException {
        if (!SORTS.contains(word.keyword())) {
            return word.keyword().equals(CONSTRUCTORS);
        }
        words.expect("(");
        if (!words.takesWord(CONSTRUCTORS)) {
            throw words.cursor().refused(word.line(), word.text() + " of files");
        }
        words.expect(")");
        return true;
    }

    private Content content(Word word) throws EngineException {
        Assertion assertion = statements.assertion(word);
        if (assertion != null) {
            return assertion;
        }
        Assignment assignment = statements.assignment(word);
        if (assignment != null) {
            return assignment;
        }
        return switch (word.keyword()) {
            case "BYTE" -> data(1, word);
            case "SHORT" -> data(2, word);
            case "LONG" -> data(4, word);
            case "QUAD", "SQUAD" -> data(8, word);
            case "FILL" -> filling(word);
            default -> inputs.read(word);
        };
    }

    private Content data(int bytes, Word word) throws EngineException {
        return new Content.Data(bytes, expressions.inParentheses(), word.line());
    }

    private Content filling(Word word) throws EngineException {
        words.expect("(");
        Fill fill = fills.read();
        words.expect(")");
        return new Content.Filling(fill, word.line());
    }
}
