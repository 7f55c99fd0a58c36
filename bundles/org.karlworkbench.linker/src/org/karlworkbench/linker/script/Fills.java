package org.karlworkbench.linker.script;

import java.util.Locale;
import org.karlworkbench.elf.EngineException;

/** Reads the patterns for the bytes between pieces. */
final class Fills {
    private final Words words;
    private final Numbers numbers;
    private final Expressions expressions;

    Fills(Words words, Expressions expressions) {
        this.words = words;
        this.numbers = new Numbers(words);
        this.expressions = expressions;
    }

    /** Takes a pattern: what {@link Fill} says of numbers. */
    Fill read() throws EngineException {
        words.cursor().skipBlanks();
        int line = words.cursor().line();
        String digits = numbers.hexadecimal();
        if (digits != null) {
            words.cursor().take(2 + digits.length());
            if (expressions.goesOn()) {
                throw unknown(line);
            }
            return new Fill((digits.length() % 2 == 0 ? digits : "0" + digits).toLowerCase(Locale.ROOT));
        }
        if (expressions.read() instanceof Expression.Number(long value)) {
            return new Fill("%08x".formatted((int) value));
        }
        throw unknown(line);
    }

    private EngineException unknown(int line) {
        return words.cursor().refused(line, "a fill that is not one number");
    }
}
