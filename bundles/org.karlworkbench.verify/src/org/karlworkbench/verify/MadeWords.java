package org.karlworkbench.verify;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.LongConsumer;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/** The sections of a kernel that the linker made, word by word, and which of their bytes were shown to be right. */
final class MadeWords {
    /** The value of a word that is nowhere. */
    static final long UNKNOWN = SymbolValues.UNKNOWN;

    private final Image image;
    private final Sections sections;
    private final int word;
    private final ByteBuffer[] contents;
    private final BitSet[] proved;
    private final BitSet[] wrong;
    private int last;

    MadeWords(ElfFile kernel, Image image) throws EngineException {
        this.image = image;
        sections = kernel.sections();
        word = kernel.header().is64() ? 8 : 4;
        contents = new ByteBuffer[sections.count()];
        proved = new BitSet[sections.count()];
        wrong = new BitSet[sections.count()];
        for (int i = 1; i < contents.length; i++) {
            boolean known = image.isMade(i) || LinkerSections.holdsWords(image.name(i));
            if (sections.isAllocated(i) && known && !sections.isNoBits(i)) {
                contents[i] =
                        ByteBuffer.wrap(image.content(i)).order(kernel.header().order());
                proved[i] = new BitSet(contents[i].capacity());
                wrong[i] = new BitSet();
            }
        }
    }

    /** The size of a word in bytes. */
    int word() {
        return word;
    }

    /** A value as a word holds it. */
    long trimmed(long value) {
        return word == 8 ? value : value & 0xffffffffL;
    }

    /** What a word holds, or {@link #UNKNOWN}. */
    long read(long slot) {
        int section = section(slot, word);
        if (section < 0) {
            return UNKNOWN;
        }
        int at = offset(section, slot);
        return word == 8 ? contents[section].getLong(at) : contents[section].getInt(at) & 0xffffffffL;
    }

    /** The section that holds these bytes, or -1. */
    int section(long address, int size) {
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

    /** Where in a section an address lies. */
    int offset(int section, long address) {
        return (int) (address - sections.address(section));
    }

    /** All bytes of a section. */
    byte[] bytes(int section) {
        return contents[section].array();
    }

    /** Whether a section holds code or words to which objects refer, and nothing else. */
    boolean isIndexed(int section) {
        return contents[section] != null
                && sections.type(section) == Elf.SHT_PROGBITS
                && LinkerSections.isProvable(image.name(section));
    }

    /** How many words such sections have together. */
    int indexedWords() {
        int count = 0;
        for (int i = 1; i < contents.length; i++) {
            count += isIndexed(i) ? contents[i].capacity() / word : 0;
        }
        return count;
    }

    /** Gives the address of each of these words. */
    void forEachIndexed(LongConsumer action) {
        for (int i = 1; i < contents.length; i++) {
            for (int at = 0; isIndexed(i) && at <= contents[i].capacity() - word; at += word) {
                action.accept(sections.address(i) + at);
            }
        }
    }

    /** How many words a GOT has; 0 for other sections. */
    int words(int section) {
        boolean holds = contents[section] != null && LinkerSections.holdsWords(image.name(section));
        return holds ? contents[section].capacity() / word : 0;
    }

    /** Whether an address is the start of a section of the linker's code or words. */
    boolean isStart(long address) {
        int section = section(address, 1);
        return section >= 0 && isIndexed(section) && address == sections.address(section);
    }

    /** Says that bytes are right, if they are the linker's. */
    void prove(int section, int from, int size) {
        if (proved[section] != null) {
            proved[section].set(from, Math.min(from + size, contents[section].capacity()));
        }
    }

    /** Says that a word is right, if it is the linker's. */
    void prove(long slot) {
        int section = section(slot, word);
        if (section >= 0) {
            prove(section, offset(section, slot), word);
        }
    }

    /** Says that a word of a section that the linker made is wrong even if it is zero. */
    void refute(int section, int from) {
        wrong[section].set(from, from + word);
    }

    /**
     * The next byte of a section that is neither zero nor known to be right, or known to be wrong.
     *
     * @param section the section
     * @param from where to begin
     * @return its offset, or the section's size; that too for a section whose content is not looked at
     */
    int nextUnproved(int section, int from) {
        int at = from;
        int end = (int) sections.size(section);
        if (contents[section] == null || !LinkerSections.isProvable(image.name(section))) {
            return end;
        }
        while (at < end && isFine(section, at)) {
            at++;
        }
        return at;
    }

    private boolean isFine(int section, int at) {
        return proved[section].get(at) || contents[section].get(at) == 0 && !wrong[section].get(at);
    }
}
