package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.verify.psabi.LinkFacts;
import org.karlworkbench.verify.psabi.Psabi;

/** What a kernel tells about its link: the words that the linker made, its GOT, its thread-local segment. */
final class Link implements LinkFacts {
    private static final String GOT_SYMBOL = "_GLOBAL_OFFSET_TABLE_";

    private final Image image;
    private final Sections sections;
    private final Psabi psabi;
    private final MadeWords made;
    private final Resolvers resolvers;
    private final BootRelocations relative;
    private final long got;
    private final long pointer;
    private final long tls;
    private final long tlsSize;
    private final long tlsAlign;
    private Slots slots;

    /**
     * Looks at a kernel.
     *
     * @param psabi the machine's formulas
     */
    Link(ElfFile kernel, Image image, Psabi psabi) throws EngineException {
        this.image = image;
        this.psabi = psabi;
        sections = kernel.sections();
        made = new MadeWords(kernel, image);
        resolvers = new Resolvers(kernel, made, psabi);
        relative = new BootRelocations(kernel, psabi.relativeType(), made::read);
        got = valueOr(kernel.symbols(), GOT_SYMBOL, unnamedGot());
        pointer = pointer(kernel.symbols());
        Segments segments = kernel.segments();
        int thread = threadSegment(segments);
        tls = thread < 0 ? UNKNOWN : segments.virtualAddress(thread);
        tlsAlign = thread < 0 ? 1 : Math.max(1, segments.align(thread));
        tlsSize = thread < 0 ? 0 : roundUp(segments.memorySize(thread), tlsAlign);
        proveReserved();
    }

    private static long valueOr(Symbols symbols, String name, long other) {
        int found = symbols.find(name);
        return found > 0 && symbols.section(found) != Symbols.UNDEFINED ? symbols.value(found) : other;
    }

    private long start(String section) {
        int found = sections.find(section);
        return found < 0 ? UNKNOWN : sections.address(found);
    }

    /** Where the GOT is if no symbol says it. */
    private long unnamedGot() {
        int section = sections.find(sections.find(".got.plt") < 0 ? ".got" : ".got.plt");
        if (section < 0) {
            return UNKNOWN;
        }
        long[] words = new long[made.words(section)];
        Arrays.setAll(words, at -> made.read(sections.address(section) + (long) at * made.word()));
        return sections.address(section) + (long) psabi.gotHeader(words) * made.word();
    }

    private long pointer(Symbols symbols) {
        long start = psabi.pointerBias() == 0 ? UNKNOWN : start(".got");
        return valueOr(symbols, psabi.pointerName(), start == UNKNOWN ? UNKNOWN : start + psabi.pointerBias());
    }

    private static int threadSegment(Segments segments) {
        for (int i = 0; i < segments.count(); i++) {
            if (segments.type(i) == Elf.PT_TLS) {
                return i;
            }
        }
        return -1;
    }

    private static long roundUp(long size, long align) {
        return size + (align - size % align) % align;
    }

    private void proveReserved() {
        int word = made.word();
        for (int i = 1; i < sections.count(); i++) {
            requireMark(i);
            long before = UNKNOWN;
            for (int at = 0; at < made.words(i); at++) {
                long value = read(sections.address(i) + (long) at * word);
                if (psabi.isReserved(before, value, this)) {
                    made.prove(i, at * word, word);
                }
                before = value;
            }
        }
    }

    private void requireMark(int section) {
        int word = made.word();
        boolean holds = psabi.gotMark() != 0
                && made.words(section) > 1
                && image.name(section).equals(".got");
        if (holds && read(sections.address(section) + word) != psabi.gotMark()) {
            made.refute(section, word);
        }
    }

    /** What a word of the linker's holds, or will hold when the kernel has relocated itself. */
    @Override
    public long read(long slot) {
        int row = relative.at(slot);
        return row < 0 ? made.read(slot) : relative.addend(row);
    }

    @Override
    public boolean holds(long slot, long value) {
        long wanted = made.trimmed(value);
        if (made.section(slot, made.word()) < 0 || read(slot) != wanted) {
            return false;
        }
        made.prove(slot);
        relocates(slot, wanted);
        return true;
    }

    @Override
    public boolean relocates(long address, long value) {
        int row = relative.at(address);
        if (row < 0 || relative.addend(row) != value) {
            return false;
        }
        made.prove(relative.section(row), relative.offset(row), relative.entry());
        return true;
    }

    @Override
    public long firstSlot(long value) {
        if (slots == null) {
            slots = slots();
        }
        return slots.first(made.trimmed(value));
    }

    @Override
    public long nextSlot() {
        return slots.next();
    }

    private Slots slots() {
        int count = 0;
        for (int i = 1; i < sections.count(); i++) {
            count += made.words(i);
        }
        Slots all = new Slots(count);
        for (int i = 1; i < sections.count(); i++) {
            for (int at = 0; at < made.words(i); at++) {
                long address = sections.address(i) + (long) at * made.word();
                all.add(address, read(address));
            }
        }
        return all;
    }

    /** Says that bytes of a section were explained by an object's that lie there. */
    void explain(int section, long from, long size) {
        made.prove(section, (int) from, (int) size);
    }

    /** As {@link MadeWords#nextUnproved}. */
    int nextUnproved(int section, int from) {
        return made.nextUnproved(section, from);
    }

    @Override
    public boolean isLoaded(long from, long to) {
        return image.isLoaded(from, to);
    }

    @Override
    public boolean jumps(long stub, long resolver) {
        return resolvers.jumps(stub, resolver);
    }

    @Override
    public boolean leads(long slot, long resolver) {
        return resolvers.leads(slot, resolver);
    }

    @Override
    public long way(long resolver) {
        return resolvers.way(resolver);
    }

    @Override
    public long stub(long resolver, long mask, long bits) {
        return resolvers.stub(resolver, mask, bits);
    }

    @Override
    public long word(long value, long mask, long bits) {
        return resolvers.word(value, mask, bits);
    }

    @Override
    public long wordTo(long resolver, long mask, long bits) {
        return resolvers.wordTo(resolver, mask, bits);
    }

    @Override
    public long got() {
        return got;
    }

    @Override
    public long gotSection() {
        return start(".got");
    }

    @Override
    public long pointer() {
        return pointer;
    }

    @Override
    public long tls() {
        return tls;
    }

    @Override
    public long tlsSize() {
        return tlsSize;
    }

    @Override
    public long threadOffset(long address, long block) {
        return address - tls + roundUp(block, tlsAlign);
    }
}
