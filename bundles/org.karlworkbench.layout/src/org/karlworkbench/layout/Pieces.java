package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.RelocationTables;

/**
 * The (object, input section) pairs of a kit, numbered through, and what votes say about where each lies. A vote is an
 * address that one symbol implies; a piece is settled when more than half of its votes agree.
 */
final class Pieces {
    /** Sections that linkers take apart and write anew, so that nothing of an object's can be found. */
    private static final List<String> EDITED =
            List.of(".eh_frame", ".note", ".MIPS.", ".reginfo", ".ARM.exidx", ".opd", ".sframe", ".gnu.warning");

    private final List<ObjectFile> objects;
    private final RelocationTables[] relocations;
    private final int[] first;
    private final String[] names;
    private final BitSet rigid = new BitSet();
    private final BitSet shared = new BitSet();
    private final boolean[] settled;
    private final long[] base;
    private final int[] support;
    private int votes;
    private int[] votePiece = new int[1024];
    private long[] voteBase = new long[1024];

    Pieces(List<ObjectFile> objects) {
        this.objects = objects;
        relocations = new RelocationTables[objects.size()];
        Arrays.setAll(relocations, object -> new RelocationTables(objects.get(object)));
        first = new int[objects.size() + 1];
        for (int i = 0; i < objects.size(); i++) {
            first[i + 1] = Math.addExact(first[i], objects.get(i).sections().count());
        }
        names = new String[count()];
        for (int object = 0; object < objects.size(); object++) {
            learn(object, objects.get(object).sections());
        }
        settled = new boolean[count()];
        base = new long[count()];
        support = new int[count()];
    }

    private void learn(int object, Sections sections) {
        for (int section = 0; section < sections.count(); section++) {
            int piece = number(object, section);
            names[piece] = sections.name(section);
            rigid.set(piece, isRigid(sections, object, section));
            shared.set(piece, isShared(sections, object, section));
        }
    }

    int count() {
        return first[objects.size()];
    }

    int number(int object, int section) {
        return first[object] + section;
    }

    /** Whether all symbols of a section keep their distances: loaded, and not taken apart by merging or otherwise. */
    boolean isRigid(int object, int section) {
        return section > 0 && rigid.get(number(object, section));
    }

    private boolean isRigid(Sections sections, int object, int section) {
        String name = name(number(object, section));
        return section > 0
                && sections.isAllocated(section)
                && !isMerged(object, section)
                && EDITED.stream().noneMatch(name::startsWith);
    }

    /** Whether a linker merges the strings or constants of a section; what it relocates it leaves whole. */
    boolean isMerged(int object, int section) {
        return (objects.get(object).sections().flags(section) & Elf.SHF_MERGE) != 0
                && !relocations[object].isRelocated(section);
    }

    /** The relocations of an object's sections. */
    RelocationTables relocations(int object) {
        return relocations[object];
    }

    /** Whether several objects may bring a section, of which the linker keeps one. */
    boolean isShared(int object, int section) {
        return shared.get(number(object, section));
    }

    private boolean isShared(Sections sections, int object, int section) {
        return (sections.flags(section) & Elf.SHF_GROUP) != 0
                || name(number(object, section)).startsWith(".gnu.linkonce.");
    }

    /** The name of a piece's section. */
    String name(int piece) {
        return names[piece];
    }

    void vote(int piece, long address) {
        if (votes == votePiece.length) {
            votePiece = Arrays.copyOf(votePiece, Math.multiplyExact(votes, 2));
            voteBase = Arrays.copyOf(voteBase, votePiece.length);
        }
        votePiece[votes] = piece;
        voteBase[votes++] = address;
    }

    /** Counts the votes given so far. */
    void settle() {
        int[] next = new int[count() + 1];
        for (int i = 0; i < votes; i++) {
            next[votePiece[i] + 1]++;
        }
        for (int piece = 0; piece < count(); piece++) {
            next[piece + 1] += next[piece];
        }
        int[] start = next.clone();
        long[] grouped = new long[votes];
        for (int i = 0; i < votes; i++) {
            grouped[next[votePiece[i]]++] = voteBase[i];
        }
        for (int piece = 0; piece < count(); piece++) {
            settle(piece, grouped, start[piece], start[piece + 1]);
        }
    }

    private void settle(int piece, long[] grouped, int from, int to) {
        Arrays.sort(grouped, from, to);
        settled[piece] = false;
        int run = 0;
        for (int i = from; i < to; i++) {
            run = i > from && grouped[i] == grouped[i - 1] ? run + 1 : 1;
            if (2 * run > to - from) {
                settled[piece] = true;
                base[piece] = grouped[i];
                support[piece] = run;
            }
        }
    }

    /**
     * Settles a piece at an address that is known without votes.
     *
     * @param weight what it counts against pieces that overlap it, like so many votes; 0 for one that is merely laid
     */
    void settleAt(int piece, long address, int weight) {
        settled[piece] = true;
        base[piece] = address;
        support[piece] = weight;
    }

    /** Takes a settled piece back. */
    void reject(int piece) {
        settled[piece] = false;
    }

    boolean isSettled(int piece) {
        return settled[piece];
    }

    /** Whether a piece has a place that was not laid by the link order, and so tells something of that. */
    boolean isTold(int piece) {
        return settled[piece] && support[piece] > 0;
    }

    /** Whether a piece was laid by the link order or merely fits: its place tells nothing of other places. */
    boolean isLaid(int piece) {
        return settled[piece] && support[piece] == 0;
    }

    long base(int piece) {
        return base[piece];
    }

    /** How many votes a settled piece has for its address. */
    int support(int piece) {
        return support[piece];
    }

    /** The object that a piece belongs to. */
    int object(int piece) {
        int found = Arrays.binarySearch(first, piece);
        // Objects without sections share a start; the last of those that start there owns the piece.
        int object = found >= 0 ? found : -found - 2;
        while (first[object + 1] <= piece) {
            object++;
        }
        return object;
    }

    int section(int piece) {
        return piece - first[object(piece)];
    }
}
