package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;

/** Reads {@code MEMORY} (GNU ld manual, "MEMORY Command"). */
final class Regions {
    private final Words words;
    private final Expressions expressions;

    Regions(Words words, Expressions expressions) {
        this.words = words;
        this.expressions = expressions;
    }

    /** Takes the regions in their braces. */
    List<MemoryRegion> read() throws EngineException {
        List<MemoryRegion> regions = new ArrayList<>();
        words.expect("{");
        words.separators();
        while (!words.takes("}")) {
            regions.add(region(words.name("a region's name")));
            words.separators();
        }
        return List.copyOf(regions);
    }

    private MemoryRegion region(Word name) throws EngineException {
        if (name.keyword().equals("INCLUDE")) {
            throw words.refused(name);
        }
        if (words.isAt("(")) {
            // they choose a region for sections that name none
            throw words.cursor().refused(name.line(), "the attributes of region " + name.text());
        }
        words.expect(":");
        Expression origin = value("ORIGIN", "org", "o");
        words.takes(",");
        return new MemoryRegion(name.text(), origin, value("LENGTH", "len", "l"), name.line());
    }

    private Expression value(String... spellings) throws EngineException {
        for (String spelling : spellings) {
            if (words.takesWord(spelling)) {
                words.expect("=");
                return expressions.read();
            }
        }
        throw words.expected(spellings[0]);
    }
}
