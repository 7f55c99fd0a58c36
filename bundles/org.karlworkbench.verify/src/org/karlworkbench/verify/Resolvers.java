package org.karlworkbench.verify;

import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.verify.psabi.LinkFacts;
import org.karlworkbench.verify.psabi.Psabi;

/**
 * A kernel's indirect functions: the relocations by which it asks their resolvers at boot, the words that they fill, and
 * the code that jumps through these.
 */
final class Resolvers {
    private static final long UNKNOWN = LinkFacts.UNKNOWN;
    private static final int STUB_ALIGN = 4;

    /** Where on x86 the code goes on that has jumped through its word for the first time. */
    private static final int LAZY_REST = 6;

    private final MadeWords made;
    private final Psabi psabi;
    private final BootRelocations asked;
    private final Map<Long, Long> stubs = new HashMap<>();
    private WordIndex ways;
    private WordIndex words;
    private WordIndex slots;

    Resolvers(ElfFile kernel, MadeWords made, Psabi psabi) throws EngineException {
        this.made = made;
        this.psabi = psabi;
        asked = new BootRelocations(kernel, psabi.indirectType(), made::read);
        findStubs(kernel.sections());
    }

    /** All linkers align such code so. */
    private void findStubs(Sections sections) {
        for (int i = 1; i < sections.count() && asked.count() > 0; i++) {
            if (made.isIndexed(i)) {
                byte[] code = made.bytes(i);
                for (int at = 0; at < code.length; at += STUB_ALIGN) {
                    long stub = sections.address(i) + at;
                    int row = asked.at(psabi.slot(code, at, stub));
                    if (row >= 0) {
                        stubs.put(stub, asked.addend(row));
                    }
                }
            }
        }
    }

    /** As {@link LinkFacts#jumps}. */
    boolean jumps(long stub, long resolver) {
        int section = made.section(stub, 1);
        if (section < 0) {
            return false;
        }
        int at = made.offset(section, stub);
        byte[] code = made.bytes(section);
        if (!isResolved(psabi.slot(code, at, stub), stub, resolver)) {
            return false;
        }
        made.prove(section, at, psabi.length(code, at));
        return true;
    }

    /** Whether a resolver fills a word at boot; word and relocation are proved then. */
    private boolean isResolved(long slot, long stub, long resolver) {
        int row = asked.at(slot);
        if (row < 0 || asked.addend(row) != resolver || slot != stub && !isIdle(slot, stub, resolver)) {
            return false;
        }
        made.prove(asked.section(row), asked.offset(row), asked.entry());
        made.prove(slot);
        return true;
    }

    /**
     * What a word holds before the resolver is asked: nothing, the resolver, the rest of the code that jumps, or the start
     * of all such code.
     */
    private boolean isIdle(long slot, long stub, long resolver) {
        long now = made.read(slot);
        return now == 0 || now == made.trimmed(resolver) || now == made.trimmed(stub + LAZY_REST) || made.isStart(now);
    }

    /** As {@link LinkFacts#leads}. */
    boolean leads(long slot, long resolver) {
        if (isResolved(slot, UNKNOWN, resolver)) {
            return true;
        }
        long stub = made.read(slot);
        if (stub == UNKNOWN || !jumps(stub, resolver)) {
            return false;
        }
        made.prove(slot);
        return true;
    }

    /** As {@link LinkFacts#way}. */
    long way(long resolver) {
        for (int row = 0; row < asked.count(); row++) {
            if (asked.addend(row) == resolver && jumps(asked.slot(row), resolver)) {
                return asked.slot(row);
            }
        }
        return UNKNOWN;
    }

    /** As {@link LinkFacts#stub}. */
    long stub(long resolver, long mask, long bits) {
        index();
        long stub = ways.find(resolver, mask, bits);
        return stub != UNKNOWN && jumps(stub, resolver) ? stub : UNKNOWN;
    }

    /** As {@link LinkFacts#wordTo}. */
    long wordTo(long resolver, long mask, long bits) {
        index();
        long slot = slots.find(resolver, mask, bits);
        return slot != UNKNOWN && leads(slot, resolver) ? slot : UNKNOWN;
    }

    /** As {@link LinkFacts#word}. */
    long word(long value, long mask, long bits) {
        index();
        long slot = words.find(made.trimmed(value), mask, bits);
        if (slot != UNKNOWN) {
            made.prove(slot);
        }
        return slot;
    }

    /** Indexes code by where it jumps, and words by what they hold or to which indirect function they lead. */
    private void index() {
        if (ways != null) {
            return;
        }
        ways = new WordIndex(stubs.size());
        stubs.forEach((stub, resolver) -> ways.add(resolver, stub));
        int capacity = made.indexedWords();
        words = new WordIndex(capacity);
        slots = new WordIndex(capacity);
        made.forEachIndexed(this::index);
    }

    private void index(long slot) {
        int row = asked.at(slot);
        Long resolver = row < 0 ? stubs.get(made.read(slot)) : Long.valueOf(asked.addend(row));
        if (resolver == null) {
            words.add(made.read(slot), slot);
        } else {
            slots.add(resolver, slot);
        }
    }
}
