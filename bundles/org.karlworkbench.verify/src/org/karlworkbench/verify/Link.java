package org.karlworkbench.verify;

import java.nio.ByteBuffer;
import java.util.BitSet;
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
    private final int word;
    private final ByteBuffer[] contents;
    private final BitSet[] proved;
    private final BootRelocations resolved;
    private final BootRelocations relative;
    private final long got;
    private final long pointer;
    private final long tls;
    private final long tlsSize;
    private Slots slots;
    private int last;

    Link(ElfFile kernel, Image image, Psabi psabi) throws EngineException {
        this.image = image;
        this.psabi = psabi;
        sections = kernel.sections();
        word = kernel.header().is64() ? 8 : 4;
        contents = new ByteBuffer[sections.count()];
        proved = new BitSet[sections.count()];
        for (int i = 1; i < contents.length; i++) {
            boolean known = image.isMade(i) || LinkerSections.holdsWords(image.name(i));
            if (sections.isAllocated(i) && known && !sections.isNoBits(i)) {
                contents[i] =
                        ByteBuffer.wrap(image.content(i)).order(kernel.header().order());
                proved[i] = new BitSet(contents[i].capacity());
            }
        }
        resolved = new BootRelocations(kernel, psabi == null ? -1 : psabi.indirectType(), this::plain);
        relative = new BootRelocations(kernel, psabi == null ? -1 : psabi.relativeType(), this::plain);
        got = got(kernel.symbols());
        pointer = pointer(kernel.symbols());
        Segments segments = kernel.segments();
        int thread = threadSegment(segments);
        tls = thread < 0 ? UNKNOWN : segments.virtualAddress(thread);
        tlsSize = thread < 0 ? 0 : roundUp(segments.memorySize(thread), segments.align(thread));
        if (psabi != null) {
            proveResolvers();
            proveReserved();
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

    private long pointer(Symbols symbols) {
        int found = psabi == null ? -1 : symbols.find(psabi.pointerName());
        if (found > 0 && symbols.section(found) != Symbols.UNDEFINED) {
            return symbols.value(found);
        }
        int section = psabi == null || psabi.pointerBias() == 0 ? -1 : sections.find(".got");
        return section < 0 ? UNKNOWN : sections.address(section) + psabi.pointerBias();
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
        return align <= 1 ? size : size + (align - size % align) % align;
    }

    /** Whatever answers a resolver gives, the kernel's question itself needs no object to refer to it. */
    private void proveResolvers() {
        for (int row = 0; row < resolved.count(); row++) {
            proveEntry(resolved, row);
        }
    }

    private void proveEntry(BootRelocations table, int row) {
        if (proved[table.section(row)] != null) {
            prove(table.section(row), table.offset(row), table.entry());
        }
    }

    private void proveReserved() {
        for (int i = 1; i < contents.length; i++) {
            long before = UNKNOWN;
            for (int at = 0; at < words(i); at++) {
                long value = read(sections.address(i) + at * word);
                if (psabi.isReserved(before, value, this)) {
                    prove(i, at * word, word);
                }
                before = value;
            }
        }
    }

    /** How many words a GOT has; 0 for other sections. */
    private int words(int section) {
        boolean holds = contents[section] != null && LinkerSections.holdsWords(image.name(section));
        return holds ? contents[section].capacity() / word : 0;
    }

    private void prove(int section, int from, int size) {
        proved[section].set(from, from + size);
    }

    /** What a word of the linker's holds, or will hold when the kernel has relocated itself. */
    private long read(long slot) {
        int row = relative.at(slot);
        return row < 0 ? plain(slot) : relative.addend(row);
    }

    private long plain(long slot) {
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
        relocates(slot, wanted);
        return true;
    }

    @Override
    public boolean relocates(long address, long value) {
        int row = relative.at(address);
        if (row < 0 || relative.addend(row) != value) {
            return false;
        }
        proveEntry(relative, row);
        return true;
    }

    @Override
    public long firstSlot(long value) {
        if (slots == null) {
            slots = slots();
        }
        return slots.first(word == 8 ? value : value & 0xffffffffL);
    }

    @Override
    public long nextSlot() {
        return slots.next();
    }

    private Slots slots() {
        int count = 0;
        for (int i = 1; i < contents.length; i++) {
            count += words(i);
        }
        Slots all = new Slots(count);
        for (int i = 1; i < contents.length; i++) {
            for (int at = 0; at < words(i); at++) {
                long address = sections.address(i) + at * word;
                all.add(address, read(address));
            }
        }
        return all;
    }

    @Override
    public boolean isLoaded(long from, long to) {
        return image.isLoaded(from, to);
    }

    @Override
    public long word(long address) {
        return read(address);
    }

    @Override
    public boolean jumps(long stub, long resolver) {
        int section = made(stub, 1);
        if (section < 0) {
            return false;
        }
        int at = (int) (stub - sections.address(section));
        long slot = psabi.slot(contents[section].array(), at, stub);
        if (!asks(slot, resolver)) {
            return false;
        }
        proveStub(section, at, slot);
        return true;
    }

    @Override
    public long way(long resolver) {
        for (int row = 0; row < resolved.count(); row++) {
            if (resolved.addend(row) == resolver && jumps(resolved.slot(row), resolver)) {
                return resolved.slot(row);
            }
        }
        return UNKNOWN;
    }

    @Override
    public boolean leads(long slot, long resolver) {
        int section = made(slot, word);
        if (section >= 0 && asks(slot, resolver)) {
            prove(section, (int) (slot - sections.address(section)), word);
            return true;
        }
        long stub = read(slot);
        return stub != UNKNOWN && jumps(stub, resolver) && holds(slot, stub);
    }

    private boolean asks(long slot, long resolver) {
        int row = resolved.at(slot);
        return row >= 0 && resolved.addend(row) == resolver;
    }

    /** Stub and slot are one; what a slot holds before the resolver is asked does not matter. */
    private void proveStub(int section, int at, long slot) {
        prove(section, at, Math.min(psabi.stubSize(), contents[section].capacity() - at));
        int home = made(slot, word);
        if (home >= 0) {
            prove(home, (int) (slot - sections.address(home)), word);
        }
    }

    /** Says that bytes of a section were explained by an object's that lie there. */
    void explain(int section, long from, long size) {
        if (proved[section] != null) {
            prove(section, (int) from, (int) size);
        }
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
}
