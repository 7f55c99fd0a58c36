package org.karlworkbench.linker.script;

import java.util.Set;
import org.karlworkbench.elf.EngineException;

/** The type of an output section, in parentheses before its colon (GNU ld manual, "Output Section Type"). */
final class SectionType {
    private static final String NOLOAD = "NOLOAD";
    private static final Set<String> OTHERS = Set.of("DSECT", "COPY", "INFO", "OVERLAY", "READONLY", "TYPE");

    private SectionType() {}

    /** Whether parentheses with a type come next, and none with an address. */
    static boolean isNext(Words words) throws EngineException {
        return words.isAt("(") && (isWord(words, NOLOAD) || OTHERS.stream().anyMatch(type -> isWord(words, type)));
    }

    private static boolean isWord(Words words, String type) {
        Cursor cursor = words.cursor();
        int at = 1;
        while (Cursor.isBlank(cursor.peek(at))) {
            at++;
        }
        for (int i = 0; i < type.length(); i++) {
            if (cursor.peek(at + i) != type.charAt(i)) {
                return false;
            }
        }
        char next = cursor.peek(at + type.length());
        return next == ')' || next == '=' || Cursor.isBlank(next);
    }

    /** Takes a type if one comes next, and says whether it is {@code NOLOAD}. */
    static boolean takesNoload(Words words) throws EngineException {
        if (!isNext(words)) {
            return false;
        }
        words.expect("(");
        Word type = words.name("a type");
        words.refuse(type, OTHERS);
        words.expect(")");
        return true;
    }
}
