package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;

/** Reads operands that begin with a word: symbols and functions (GNU ld manual, "Builtin Functions"). */
final class Functions {
    /** GNU ld reads these as numbers even where a symbol of that name exists: {@code add} is 0. */
    private static final Pattern NUMBER = Pattern.compile("\\$[0-9A-Fa-f]+|[0-9A-Fa-f]+[HhXxBbOoDd]");

    private final Words words;
    private final Expressions expressions;

    Functions(Words words, Expressions expressions) {
        this.words = words;
        this.expressions = expressions;
    }

    /** What a word and what is in parentheses behind it mean. */
    Expression operand(Word word) throws EngineException {
        return switch (word.keyword()) {
            case "." -> new Expression.Dot();
            case "SIZEOF_HEADERS", "sizeof_headers" -> new Expression.SizeOfHeaders();
            case "ALIGN" -> call(word, 1, 2);
            case "ABSOLUTE", "BLOCK" -> call(word, 1, 1);
            case "MAX", "MIN" -> call(word, 2, 2);
            case "ADDR", "LOADADDR", "SIZEOF", "ALIGNOF", "DEFINED", "ORIGIN", "LENGTH" -> about(word);
            case "CONSTANT" -> constant(word);
            case "SEGMENT_START" -> segmentStart();
            default -> name(word);
        };
    }

    private Expression call(Word function, int least, int most) throws EngineException {
        List<Expression> arguments = new ArrayList<>();
        words.expect("(");
        do {
            arguments.add(expressions.read());
        } while (arguments.size() < most && words.takes(","));
        if (arguments.size() < least) {
            throw words.expected(",");
        }
        words.expect(")");
        return new Expression.Call(function.text(), List.copyOf(arguments));
    }

    private Expression about(Word function) throws EngineException {
        words.expect("(");
        Word name = words.argument("a name");
        words.expect(")");
        return new Expression.About(function.text(), name.text());
    }

    private Expression constant(Word function) throws EngineException {
        words.expect("(");
        Word name = words.argument("MAXPAGESIZE or COMMONPAGESIZE");
        if (!name.text().equals("MAXPAGESIZE") && !name.text().equals("COMMONPAGESIZE")) {
            throw words.cursor().refused(name.line(), "the constant " + name.text());
        }
        words.expect(")");
        return new Expression.About(function.text(), name.text());
    }

    /** The default: another value would come from a flag like {@code -Ttext-segment}. */
    private Expression segmentStart() throws EngineException {
        words.expect("(");
        words.argument("a segment's name");
        words.expect(",");
        Expression value = expressions.read();
        words.expect(")");
        return value;
    }

    private Expression name(Word word) throws EngineException {
        if (words.isAt("(") && !SectionType.isNext(words)) {
            throw words.refused(word);
        }
        if (NUMBER.matcher(word.keyword()).matches()) {
            throw words.cursor().refused(word.line(), word.text() + ", a number for some linkers, without quotes");
        }
        return new Expression.Name(word.text());
    }
}
