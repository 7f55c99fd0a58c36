package org.karlworkbench.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.verify.KitFacts.MergeKind;

/**
 * The strings or constants of one kind that the objects brought (SHF_MERGE with one entry size), to look up what a
 * linker left of them. A linker keeps whole entries; it may drop a string that ends another one.
 */
final class MergedPool {
    private static final int SEED = 1;

    /** Larger constants need not be aligned to their size. */
    private static final int LEAST_ALIGNED = 4;

    private final int entrySize;
    private final boolean strings;
    private byte[][] sources = new byte[16][];
    private int sourceCount;
    private int[] slots = new int[1024];
    private int count;
    private int[] entrySource = new int[256];
    private int[] entryStart = new int[256];
    private int[] entryLength = new int[256];
    /** The alignments of the sections that brought it: the bit of a power of two for each. */
    private long[] entryAligns = new long[256];

    private MergedPool(int entrySize, boolean strings) {
        this.entrySize = entrySize;
        this.strings = strings;
        Arrays.fill(slots, -1);
    }

    /** Collects all entries of one kind. */
    static MergedPool of(List<ObjectFile> objects, MergeKind kind) throws EngineException {
        MergedPool pool = new MergedPool((int) Math.min(kind.entrySize(), Integer.MAX_VALUE / 2), kind.strings());
        for (ObjectFile object : objects) {
            Sections sections = object.sections();
            for (int i = 1; i < sections.count(); i++) {
                if (MergeKind.isMergeable(sections, i)
                        && MergeKind.of(sections, i).equals(kind)) {
                    pool.addAll(object.content(i), sections.align(i));
                }
            }
        }
        return pool;
    }

    private void addAll(byte[] source, long align) {
        if (sourceCount == sources.length) {
            sources = Arrays.copyOf(sources, Math.multiplyExact(sourceCount, 2));
        }
        sources[sourceCount++] = source;
        for (int at = 0; at < source.length; ) {
            int length = length(source, at, source.length);
            add(sourceCount - 1, at, length, align);
            at += length;
        }
    }

    private void add(int source, int start, int length, long align) {
        int slot = slot(sources[source], start, length);
        if (slots[slot] >= 0) {
            entryAligns[slots[slot]] |= align;
            return;
        }
        if (count == entrySource.length) {
            grow();
            slot = slot(sources[source], start, length);
        }
        slots[slot] = count;
        entrySource[count] = source;
        entryStart[count] = start;
        entryAligns[count] = align;
        entryLength[count++] = length;
    }

    /**
     * Finds where the entries lie in a pool, and what has no business there: what no object brought, what stands
     * more than once, and strings only from sections of another alignment than the others, which have a pool of their own.
     * A string that ends another one has its place in that. Between entries the linker may align with zeros.
     *
     * @param bytes holds the pool
     * @param from where it begins
     * @param to where it ends
     * @param found is told of each entry that was found, and its offset in {@code bytes}
     * @return offset and length, by turns, of each such entry
     */
    int[] scan(byte[] bytes, int from, int to, Found found) {
        PoolContent content = new PoolContent();
        for (int at = from; at < to; ) {
            int length = length(bytes, at, to);
            boolean known = locate(bytes, at, length, found) == length;
            if (!isEmpty(bytes, at, length)) {
                int entry = known ? entry(bytes, at, length) : -1;
                content.add(at, length, entry, known ? pools(entry) : 0);
            }
            at += length;
        }
        return content.strange();
    }

    /** Strings of each alignment have a pool of their own, constants have one pool. */
    private long pools(int entry) {
        return strings ? entryAligns[entry] : 1;
    }

    /**
     * Finds entries where nobody knows what kinds of pools there are: constants wherever they may be aligned, strings
     * wherever they end.
     *
     * @param bytes holds the pools
     * @param from where they begin
     * @param to where they end
     * @param base the address of the first of all bytes
     * @param found is told of each entry that was found, and its offset in {@code bytes}
     * @param covered takes the offsets of all bytes that are in an entry
     */
    void search(byte[] bytes, int from, int to, long base, Found found, BitSet covered) {
        int unit = strings ? entrySize : Math.min(Integer.lowestOneBit(entrySize), LEAST_ALIGNED);
        int start = from + (int) Long.remainderUnsigned(-(base + from), unit);
        for (int at = start; at < to; ) {
            int length = length(bytes, at, to);
            int known = length < entrySize ? 0 : locate(bytes, at, length, found);
            covered.set(at + length - known, at + length);
            at += strings ? length : unit;
        }
    }

    /** Tells of an entry and of those that end it; gives the length of the longest of them. */
    private int locate(byte[] bytes, int at, int length, Found found) {
        int hash = SEED;
        int longest = 0;
        int least = strings ? entrySize : length;
        for (int taken = 1; taken <= length; taken++) {
            hash = 31 * hash + bytes[at + length - taken];
            if (taken == length || taken >= least && taken % entrySize == 0) {
                int entry = slots[slot(hash, bytes, at + length - taken, taken)];
                if (entry >= 0) {
                    found.entry(entry, at + length - taken);
                    longest = taken;
                }
            }
        }
        return longest;
    }

    /** Told of entries in a pool. */
    interface Found {
        void entry(int entry, int offset);
    }

    /** How many entries there are; they are numbered from 0. */
    int count() {
        return count;
    }

    /**
     * Where in an object's section the entry begins that holds a place.
     *
     * @param section the bytes of the section
     * @param offset the place, inside it
     */
    int start(byte[] section, int offset) {
        int at = offset - offset % entrySize;
        while (strings && at >= entrySize && !isZero(section, at - entrySize, at)) {
            at -= entrySize;
        }
        return at;
    }

    /** The number of the entry at a place of an object's section, or -1. */
    int entryAt(byte[] section, int start) {
        return entry(section, start, length(section, start, section.length));
    }

    private int entry(byte[] bytes, int start, int length) {
        return slots[slot(bytes, start, length)];
    }

    /** The length of the entry at a place: a constant's, or a string's up to and with its terminator. */
    private int length(byte[] bytes, int from, int to) {
        int at = from;
        while (strings && at <= to - entrySize && !isZero(bytes, at, at + entrySize)) {
            at += entrySize;
        }
        return Math.min(at + entrySize, to) - from;
    }

    private boolean isEmpty(byte[] bytes, int from, int length) {
        return length <= entrySize && isZero(bytes, from, from + length);
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Hashed from the end, so that one pass over a string gives the hashes of all its ends. */
    private int slot(byte[] bytes, int start, int length) {
        int hash = SEED;
        for (int i = start + length - 1; i >= start; i--) {
            hash = 31 * hash + bytes[i];
        }
        return slot(hash, bytes, start, length);
    }

    private int slot(int hash, byte[] bytes, int start, int length) {
        int slot = hash * 0x9e3779b9 >>> Integer.numberOfLeadingZeros(slots.length - 1);
        while (slots[slot] >= 0 && !isEntry(slots[slot], bytes, start, length)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isEntry(int entry, byte[] bytes, int start, int length) {
        int own = entryStart[entry];
        return entryLength[entry] == length
                && Arrays.equals(sources[entrySource[entry]], own, own + length, bytes, start, start + length);
    }

    private void grow() {
        int room = Math.multiplyExact(count, 2);
        entrySource = Arrays.copyOf(entrySource, room);
        entryStart = Arrays.copyOf(entryStart, room);
        entryLength = Arrays.copyOf(entryLength, room);
        entryAligns = Arrays.copyOf(entryAligns, room);
        slots = new int[Math.multiplyExact(room, 4)];
        Arrays.fill(slots, -1);
        for (int entry = 0; entry < count; entry++) {
            slots[slot(sources[entrySource[entry]], entryStart[entry], entryLength[entry])] = entry;
        }
    }
}
