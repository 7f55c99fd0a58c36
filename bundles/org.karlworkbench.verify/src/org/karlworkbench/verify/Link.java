package org.karlworkbench.verify;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.verify.psabi.LinkFacts;
import org.karlworkbench.verify.psabi.Psabi;

/** What a kernel tells about its link: the words that the linker made, its GOT, its thread-local segment. */
final class Link implements LinkFacts {
    private static final String GOT_SYMBOL = "_GLOBAL_OFFSET_TABLE_";
    private static final int STUB_ALIGN = 4;

    /** Where on x86 the code goes on that has jumped through its word for the first time. */
    private static final int LAZY_REST = 6;

    private final Image image;
    private final Sections sections;
    private final Psabi psabi;
    private final int word;
    private final ByteBuffer[] contents;
    private final BitSet[] proved;
    private final Map<Long, Resolver> resolvers = new HashMap<>();
    private final Map<Long, Long> stubs = new HashMap<>();
    private WordIndex ways;
    private WordIndex words;
    private WordIndex slots;
    private final long got;
    private final long tls;
    private final long tlsSize;
    private final long tlsAlign;
    private int last;

    /** A relocation by which a resolver is asked: the resolver's address, and where the relocation stands. */
    private record Resolver(long address, int section, int offset, int size) {}

    Link(ElfFile kernel, Image image, Psabi psabi) throws EngineException {
        this.image = image;
        this.psabi = psabi;
        sections = kernel.sections();
        word = kernel.header().is64() ? 8 : 4;
        contents = new ByteBuffer[sections.count()];
        proved = new BitSet[sections.count()];
        for (int i = 1; i < contents.length; i++) {
            if (sections.isAllocated(i) && image.isMade(i) && !sections.isNoBits(i)) {
                contents[i] =
                        ByteBuffer.wrap(image.content(i)).order(kernel.header().order());
                proved[i] = new BitSet(contents[i].capacity());
            }
        }
        got = got(kernel.symbols());
        Segments segments = kernel.segments();
        int thread = threadSegment(segments);
        tls = thread < 0 ? UNKNOWN : segments.virtualAddress(thread);
        tlsAlign = thread < 0 ? 1 : Math.max(1, segments.align(thread));
        tlsSize = thread < 0 ? 0 : roundUp(segments.memorySize(thread), tlsAlign);
        if (psabi != null) {
            readResolvers(kernel);
            findStubs();
        }
    }

    private long got(Symbols symbols) {
        int found = symbols.find(GOT_SYMBOL);
        if (found > 0 && symbols.section(found) != Symbols.UNDEFINED) {
            return symbols.value(found);
        }
        int section = Math.max(sections.find(".got.plt"), -1);
        section = section < 0 ? sections.find(".got") : section;
        return section < 0 ? UNKNOWN : sections.address(section);
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

    /** The kernel's own relocations, by which it asks resolvers at boot; where they have no addend, the word has it. */
    private void readResolvers(ElfFile kernel) throws EngineException {
        for (int i = 1; i < sections.count(); i++) {
            boolean relocates = sections.type(i) == Elf.SHT_RELA || sections.type(i) == Elf.SHT_REL;
            if (relocates && proved[i] != null) {
                try {
                    takeResolvers(i, kernel.relocations(i));
                } catch (ElfException e) {
                    continue; // then none of its words is proved, and that is what will be told
                }
            }
        }
    }

    private void takeResolvers(int section, Relocations table) {
        for (int row = 0; row < table.count(); row++) {
            if (table.type(row) == psabi.indirectType() && table.symbol(row) == 0) {
                long slot = table.offset(row);
                long address = table.hasAddends() ? table.addend(row) : read(slot);
                Resolver other = resolvers.put(slot, new Resolver(address, section, row * entry(table), entry(table)));
                if (other != null) { // one of the two is wrong, so neither is proved
                    resolvers.put(slot, new Resolver(UNKNOWN, section, 0, 0));
                }
            }
        }
    }

    /** The code that jumps to where resolvers say. All linkers align it so. */
    private void findStubs() {
        for (int i = 1; i < contents.length && !resolvers.isEmpty(); i++) {
            if (isIndexed(i)) {
                for (int at = 0; at < contents[i].capacity(); at += STUB_ALIGN) {
                    long stub = sections.address(i) + at;
                    Resolver resolver = resolvers.get(psabi.slot(contents[i].array(), at, stub));
                    if (resolver != null) {
                        stubs.put(stub, resolver.address());
                    }
                }
            }
        }
    }

    private boolean isIndexed(int section) {
        return contents[section] != null
                && sections.type(section) == Elf.SHT_PROGBITS
                && LinkerSections.isProvable(image.name(section));
    }

    /** Indexes code by where it jumps, and words by what they hold or to which indirect function they lead. */
    private void index() {
        int capacity = 0;
        for (int i = 1; i < contents.length; i++) {
            capacity += isIndexed(i) ? contents[i].capacity() / word : 0;
        }
        ways = new WordIndex(stubs.size());
        stubs.forEach((stub, resolver) -> ways.add(resolver, stub));
        words = new WordIndex(capacity);
        slots = new WordIndex(capacity);
        for (int i = 1; i < contents.length; i++) {
            if (isIndexed(i)) {
                for (int at = 0; at <= contents[i].capacity() - word; at += word) {
                    index(sections.address(i) + at);
                }
            }
        }
    }

    private void index(long slot) {
        Resolver asked = resolvers.get(slot);
        Long resolver = asked == null ? stubs.get(read(slot)) : Long.valueOf(asked.address());
        if (resolver == null) {
            words.add(read(slot), slot);
        } else {
            slots.add(resolver, slot);
        }
    }

    private int entry(Relocations table) {
        return table.hasAddends() ? 3 * word : 2 * word;
    }

    private void prove(int section, int from, int size) {
        proved[section].set(from, from + size);
    }

    private long read(long slot) {
        int section = made(slot, word);
        if (section < 0) {
            return UNKNOWN;
        }
        int at = (int) (slot - sections.address(section));
        return word == 8 ? contents[section].getLong(at) : contents[section].getInt(at) & 0xffffffffL;
    }

    /** The section of the linker's that holds these bytes, or -1. */
    private int made(long address, int size) {
        if (holds(last, address, size)) {
            return last;
        }
        for (int i = 1; i < contents.length; i++) {
            if (holds(i, address, size)) {
                last = i;
                return i;
            }
        }
        return -1;
    }

    private boolean holds(int section, long address, int size) {
        if (contents[section] == null) {
            return false;
        }
        long offset = address - sections.address(section);
        return offset >= 0 && offset <= contents[section].capacity() - size;
    }

    @Override
    public boolean holds(long slot, long value) {
        int section = made(slot, word);
        long wanted = word == 8 ? value : value & 0xffffffffL;
        if (section < 0 || read(slot) != wanted) {
            return false;
        }
        prove(section, (int) (slot - sections.address(section)), word);
        return true;
    }

    @Override
    public boolean jumps(long stub, long resolver) {
        int section = made(stub, 1);
        if (section < 0) {
            return false;
        }
        int at = (int) (stub - sections.address(section));
        long slot = psabi.slot(contents[section].array(), at, stub);
        if (!isResolved(slot, stub, resolver)) {
            return false;
        }
        prove(section, at, Math.min(psabi.length(contents[section].array(), at), contents[section].capacity() - at));
        return true;
    }

    /** Whether a resolver fills a word at boot; word and relocation are proved then. */
    private boolean isResolved(long slot, long stub, long resolver) {
        Resolver found = resolvers.get(slot);
        if (found == null || found.address() != resolver || !isIdle(slot, stub, resolver)) {
            return false;
        }
        prove(found.section(), found.offset(), found.size());
        int section = made(slot, word);
        prove(section, (int) (slot - sections.address(section)), word);
        return true;
    }

    /**
     * What a word holds before the resolver is asked: nothing, the resolver, the rest of the code that jumps, or the start
     * of all such code.
     */
    private boolean isIdle(long slot, long stub, long resolver) {
        long now = read(slot);
        if (now == 0 || now == resolver || now == stub + LAZY_REST) {
            return true;
        }
        int section = made(now, 1);
        return section >= 0 && isIndexed(section) && now == sections.address(section);
    }

    @Override
    public boolean leads(long slot, long resolver) {
        if (isResolved(slot, UNKNOWN, resolver)) {
            return true;
        }
        long stub = read(slot);
        return stub != UNKNOWN && jumps(stub, resolver) && holds(slot, stub);
    }

    @Override
    public long stub(long resolver, long mask, long bits) {
        if (ways == null) {
            index();
        }
        long stub = ways.find(resolver, mask, bits);
        return stub != UNKNOWN && jumps(stub, resolver) ? stub : UNKNOWN;
    }

    @Override
    public long word(long value, long mask, long bits) {
        if (words == null) {
            index();
        }
        return proved(words.find(word == 8 ? value : value & 0xffffffffL, mask, bits));
    }

    @Override
    public long wordTo(long resolver, long mask, long bits) {
        if (slots == null) {
            index();
        }
        long slot = slots.find(resolver, mask, bits);
        return slot != UNKNOWN && leads(slot, resolver) ? slot : UNKNOWN;
    }

    private long proved(long slot) {
        if (slot != UNKNOWN) {
            int section = made(slot, word);
            prove(section, (int) (slot - sections.address(section)), word);
        }
        return slot;
    }

    /**
     * The next byte of a section of the linker's that is neither zero nor known to be right.
     *
     * @param section the section
     * @param from where to begin
     * @return its offset, or the section's size; that too for a section whose content is not looked at
     */
    int nextUnproved(int section, int from) {
        int at = from;
        int end = (int) sections.size(section);
        if (psabi == null || contents[section] == null || !LinkerSections.isProvable(image.name(section))) {
            return end;
        }
        while (at < end && (contents[section].get(at) == 0 || proved[section].get(at))) {
            at++;
        }
        return at;
    }

    @Override
    public long got() {
        return got;
    }

    @Override
    public long gotSection() {
        int section = sections.find(".got");
        return section < 0 ? UNKNOWN : sections.address(section);
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
