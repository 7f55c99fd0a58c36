package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/** Reads {@code SECTIONS} (GNU ld manual, "SECTIONS Command"). */
final class SectionsReader {
    /** Commands that may be written like sections of these names. */
    private static final Set<String> UNKNOWN = Set.of("OVERLAY", "GROUP");

    private final Words words;
    private final Expressions expressions;
    private final Statements statements;
    private final Contents contents;
    private final Fills fills;

    SectionsReader(Words words, Expressions expressions, Statements statements) {
        this.words = words;
        this.expressions = expressions;
        this.statements = statements;
        this.fills = new Fills(words, expressions);
        this.contents = new Contents(words, expressions, statements, fills);
    }

    /**
     * Takes the commands in their braces.
     *
     * @param outside takes what may stand here but says nothing of sections
     */
    List<SectionsCommand> read(List<Command> outside) throws EngineException {
        List<SectionsCommand> commands = new ArrayList<>();
        words.expect("{");
        words.separators();
        while (!words.takes("}")) {
            Word word = words.name("a section, a symbol or }");
            if (word.keyword().equals("ENTRY")) {
                outside.add(ScriptParser.entry(words, word));
            } else {
                commands.add(command(word));
            }
            words.separators();
        }
        return List.copyOf(commands);
    }

    private SectionsCommand command(Word word) throws EngineException {
        Assertion assertion = statements.assertion(word);
        if (assertion != null) {
            return assertion;
        }
        Assignment assignment = statements.assignment(word);
        if (assignment != null) {
            return assignment;
        }
        if (UNKNOWN.contains(word.keyword()) || word.isShouted() && !words.isAt(":")) {
            throw words.refused(word);
        }
        if (word.text().isEmpty()) {
            throw words.cursor().bad(word.line(), "expected a section's name, found \"\"");
        }
        return section(word);
    }

    private OutputSection section(Word name) throws EngineException {
        Expression address = words.isAt(":") || SectionType.isNext(words) ? null : expressions.read();
        boolean noload = SectionType.takesNoload(words);
        words.expect(":");
        Expression loadAddress = attribute("AT");
        Expression align = attribute("ALIGN");
        refuse("ALIGN_WITH_INPUT");
        Expression subalign = attribute("SUBALIGN");
        refuse("ONLY_IF_RO");
        refuse("ONLY_IF_RW");
        refuse("SPECIAL");
        List<Content> inside = contents.read();
        String region = words.takes(">") ? words.name("a region").text() : null;
        String loadRegion = loadRegion();
        List<String> headers = headers();
        Fill fill = words.takes("=") ? fills.read() : Fill.NONE;
        return new OutputSection(
                name.text(),
                address,
                align,
                subalign,
                loadAddress,
                noload,
                inside,
                fill,
                headers,
                region,
                loadRegion,
                name.line());
    }

    private Expression attribute(String word) throws EngineException {
        return words.takesWord(word) ? expressions.inParentheses() : null;
    }

    private void refuse(String word) throws EngineException {
        if (words.takesWord(word)) {
            throw words.cursor().refused(words.cursor().line(), word);
        }
    }

    private String loadRegion() throws EngineException {
        if (!words.takesWord("AT")) {
            return null;
        }
        words.expect(">");
        return words.name("a region").text();
    }

    private List<String> headers() throws EngineException {
        List<String> headers = new ArrayList<>();
        while (words.takes(":")) {
            headers.add(words.name("a program header").text());
        }
        return List.copyOf(headers);
    }
}
