package org.karlworkbench.linker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.karlworkbench.elf.Elf;

/**
 * Sections of strings and constants that may be merged (gABI, SHF_MERGE): each entry stands once in a kernel, in the piece
 * of the first object of the kit that has it. So what is left of each section moves with its object, and no order is
 * fixed among objects' strings as there is where a linker makes one pool of them.
 *
 * <p>Merged is what goes into one output section with the same flags, size of entries and alignment.
 */
final class MergedSections {
    /** What is merged with each other. */
    private record Pool(int output, int flags, int entrySize, int align) {}

    /**
     * The entries of one section.
     *
     * @param starts where they begin, ascending
     * @param pieces in which piece each stands now
     * @param offsets where there
     */
    private record Section(int[] starts, int[] pieces, int[] offsets) {}

    private final Map<Pool, MergedEntries> pools = new HashMap<>();
    /** By piece; null for one that is as it was. */
    private Section[] sections = new Section[1 << 8];

    private final Arena arena;

    MergedSections(Arena arena) {
        this.arena = arena;
    }

    /** Whether a section's entries can be told apart. Those of a group may be in no kernel, where another object has it. */
    static boolean isMergeable(long flags, long entrySize, long size, boolean relocated) {
        return (flags & Elf.SHF_MERGE) != 0
                && (flags & (Elf.SHF_WRITE | Elf.SHF_GROUP)) == 0
                && entrySize > 0
                && entrySize <= 1 << 12
                && size > 0
                && size % entrySize == 0
                && !relocated;
    }

    /**
     * Takes a section; its piece keeps only the entries that no piece has yet.
     *
     * @param output the number of its output section
     * @return false if its last string does not end, so that it is copied as it is
     * @throws ArithmeticException when its entries, aligned, have 2 GiB or more with what was read before
     */
    boolean take(Pieces pieces, int piece, byte[] content, int entrySize, int output) {
        int[] starts = (pieces.flags(piece) & Elf.SHF_STRINGS) != 0
                ? strings(content, entrySize)
                : constants(content, entrySize);
        if (starts == null) {
            return false;
        }
        int align = pieces.align(piece);
        MergedEntries entries = pools.computeIfAbsent(
                new Pool(output, pieces.flags(piece), entrySize, align), _ -> new MergedEntries());
        int[] homePieces = new int[starts.length];
        int[] offsets = new int[starts.length];
        int end = 0;
        for (int i = 0; i < starts.length; i++) {
            int stop = end(starts, i, content);
            int at = Math.addExact(end, align - 1) & -align;
            int known = entries.count();
            int entry = entries.enter(content, starts[i], stop, piece, at);
            end = entry < known ? end : Math.addExact(at, stop - starts[i]);
            homePieces[i] = entries.piece(entry);
            offsets[i] = entries.offset(entry);
        }
        if (piece >= sections.length) {
            sections = Arrays.copyOf(sections, Math.max(piece + 1, 2 * sections.length));
        }
        sections[piece] = new Section(starts, homePieces, offsets);
        pieces.resize(piece, end);
        pieces.content(piece, arena.reserve(end));
        for (int i = 0; i < starts.length; i++) {
            if (homePieces[i] == piece) {
                int to = pieces.content(piece) + offsets[i];
                System.arraycopy(content, starts[i], arena.bytes(), to, end(starts, i, content) - starts[i]);
            }
        }
        return true;
    }

    /** Where an entry ends. */
    private static int end(int[] starts, int i, byte[] content) {
        return i + 1 < starts.length ? starts[i + 1] : content.length;
    }

    private static int[] constants(byte[] content, int entrySize) {
        int[] starts = new int[content.length / entrySize];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i * entrySize;
        }
        return starts;
    }

    private static int[] strings(byte[] content, int entrySize) {
        int[] starts = new int[16];
        int count = 0;
        int start = 0;
        for (int at = 0; at < content.length; at += entrySize) {
            if (isZero(content, at, entrySize)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = start;
                start = at + entrySize;
            }
        }
        return start == content.length ? Arrays.copyOf(starts, count) : null;
    }

    private static boolean isZero(byte[] content, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (content[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a piece is what is left of a merged section. */
    boolean isMerged(int piece) {
        return piece < sections.length && sections[piece] != null;
    }

    /** The piece in which the byte at an offset of a merged section stands now. */
    int piece(int piece, long offset) {
        Section section = sections[piece];
        return section.pieces()[entry(section, offset)];
    }

    /** Where in that piece. */
    long offset(int piece, long offset) {
        Section section = sections[piece];
        int entry = entry(section, offset);
        return section.offsets()[entry] + offset - section.starts()[entry];
    }

    private static int entry(Section section, long offset) {
        int found = Arrays.binarySearch(section.starts(), Math.clamp(offset, 0, Integer.MAX_VALUE));
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
