package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/**
 * Reads linker scripts, in the language of the GNU ld manual. What it does not know, it refuses: no statement is passed over
 * that could change a kernel.
 */
public final class ScriptParser {
    private final Words words;
    private final Expressions expressions;
    private final Statements statements;
    private final List<Command> commands = new ArrayList<>();

    private ScriptParser(Words words) {
        this.words = words;
        this.expressions = new Expressions(words);
        this.statements = new Statements(words, expressions);
    }

    /**
     * Reads a script.
     *
     * @param name what to call it in messages
     * @param text all of it, 4 MiB at most; an empty one has no commands
     * @return what it says; expressions in it are at most a few hundred operators deep
     * @throws EngineException code {@code script-refused} for what other linkers may know, {@code bad-script} for what is
     *     no script; with the line
     */
    public static Script parse(String name, String text) throws EngineException {
        ScriptParser parser = new ScriptParser(new Words(new Cursor(name, text)));
        parser.words.separators();
        while (!parser.words.atEnd()) {
            parser.command(parser.words.name("a command"));
            parser.words.separators();
        }
        return new Script(name, parser.commands, parser.expressions.asked());
    }

    private void command(Word word) throws EngineException {
        switch (word.keyword()) {
            case "ENTRY" -> commands.add(entry(words, word));
            case "OUTPUT_FORMAT" -> commands.add(format(word));
            case "OUTPUT_ARCH" -> commands.add(new Command.Machine(one(words, "a machine"), word.line()));
            case "PHDRS" -> commands.add(new Command.Headers(new Headers(words, expressions).read(), word.line()));
            case "MEMORY" -> commands.add(new Command.Memory(new Regions(words, expressions).read(), word.line()));
            case "SECTIONS" -> commands.add(sections(word));
            default -> commands.add(statement(word));
        }
    }

    /** Takes what follows {@code ENTRY}, which may stand in {@code SECTIONS} too. */
    static Command.Entry entry(Words words, Word word) throws EngineException {
        return new Command.Entry(one(words, "a symbol"), word.line());
    }

    private static String one(Words words, String what) throws EngineException {
        words.expect("(");
        Word word = words.argument(what);
        words.expect(")");
        return word.text();
    }

    private Command.Format format(Word word) throws EngineException {
        List<String> names = new ArrayList<>();
        words.expect("(");
        do {
            names.add(words.argument("a format").text());
        } while (names.size() < 3 && words.takes(","));
        if (names.size() == 2) {
            throw words.expected(",");
        }
        words.expect(")");
        return new Command.Format(List.copyOf(names), word.line());
    }

    private Command.Sections sections(Word word) throws EngineException {
        List<SectionsCommand> inside = new SectionsReader(words, expressions, statements).read(commands);
        return new Command.Sections(inside, word.line());
    }

    private Command statement(Word word) throws EngineException {
        Assertion assertion = statements.assertion(word);
        if (assertion != null) {
            return assertion;
        }
        Assignment assignment = statements.assignment(word);
        if (assignment == null) {
            throw words.refused(word);
        }
        if (assignment.isDot()) {
            throw words.cursor().refused(word.line(), ". outside SECTIONS");
        }
        return assignment;
    }
}
