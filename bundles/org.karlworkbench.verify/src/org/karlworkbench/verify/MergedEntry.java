package org.karlworkbench.verify;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.verify.KitFacts.MergeKind;

/**
 * The merged string or constant that a relocation means.
 *
 * @param kind what it can be merged with
 * @param group finds where it lies in the kernel
 * @param inside how far behind its beginning the relocation points
 * @param chosen how much of the addend chooses the entry: all for a section's symbol, 0 for another one, where it is a
 *     distance from the entry
 */
record MergedEntry(MergeKind kind, PoolPlaces.Group group, long inside, long chosen) {
    /**
     * Finds the entry.
     *
     * @param home the object that has the symbol
     * @param symbol a symbol of a section whose entries are merged
     * @param addend the relocation's
     * @return null if it lies outside of the section
     */
    static MergedEntry of(KitFacts facts, Input home, int symbol, long addend) throws EngineException {
        Symbols symbols = home.file().symbols();
        int section = symbols.section(symbol);
        long chosen = symbols.type(symbol) == Elf.STT_SECTION ? addend : 0;
        long place = symbols.value(symbol) + chosen;
        byte[] content = home.file().content(section);
        if (place < 0 || place >= content.length) {
            return null;
        }
        MergeKind kind = MergeKind.of(home.sections(), section);
        MergedPool pool = facts.pool(kind);
        int begin = pool.start(content, (int) place);
        int entry = pool.entryAt(content, begin);
        PoolPlaces.Group group =
                new PoolPlaces.Group(home.facts().name(section), home.sections().align(section), entry);
        return new MergedEntry(kind, group, place - begin, chosen);
    }

    /** What S is, less the entry's own address. */
    long distance() {
        return inside - chosen;
    }
}
