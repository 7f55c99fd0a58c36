package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/**
 * The merged strings of a kernel that the built-in linker made: each stands in what is left of the section of the first
 * object of the kit that brings it, and moves with that. So they tell of the link order as pieces do.
 */
final class StringHomes {
    private static final int NOBODYS = -1;

    private final Board board;
    private final Map<String, Integer> homes = new HashMap<>();
    private final Set<Integer> regions = new HashSet<>();

    StringHomes(Board board) throws EngineException {
        this.board = board;
        for (int object = 0; object < board.objects().size(); object++) {
            ObjectFile file = board.objects().get(object);
            for (int i = 1; i < file.sections().count(); i++) {
                if (areMerged(object, i)) {
                    take(file.content(i), board.pieces().number(object, i));
                }
            }
        }
    }

    private boolean areMerged(int object, int section) {
        Sections sections = board.objects().get(object).sections();
        long kind = Elf.SHF_ALLOC | Elf.SHF_MERGE | Elf.SHF_STRINGS;
        return (sections.flags(section) & (kind | Elf.SHF_WRITE)) == kind
                && sections.entrySize(section) == 1
                && board.pieces().isMerged(object, section)
                && !board.pieces().isShared(object, section);
    }

    private void take(byte[] strings, int piece) {
        if (board.home(board.name(piece)) >= 0) {
            regions.add(board.home(board.name(piece)));
        }
        for (int from = 0; from < strings.length; ) {
            int to = PoolEvidence.end(strings, from, strings.length);
            homes.merge(PoolEvidence.text(strings, from, to), piece, this::first);
            from = to + 1;
        }
    }

    /** The piece that came first; nobody knows it of two that do not go into one pool. */
    private int first(int piece, int other) {
        boolean same = piece != NOBODYS
                && board.align(piece) == board.align(other)
                && OrderEvidence.stem(board.name(piece)).equals(OrderEvidence.stem(board.name(other)));
        return same ? piece : NOBODYS;
    }

    /**
     * The pieces of a region by address, those among them of which nothing but strings is there.
     *
     * @param all the settled pieces of the region
     * @param telling those of them that are asked for
     */
    int[] among(int region, int[] all, int[] telling) throws EngineException {
        if (!regions.contains(region) || !board.hasBytes(region)) {
            return telling;
        }
        Found found = new Found(board.image(region), telling);
        long from = 0;
        for (int piece : all) {
            found.look(from, board.offset(piece));
            from = Math.max(from, board.end(piece));
        }
        found.look(from, board.room(region));
        return found.pieces();
    }

    /** What stands in a region, in its order. */
    private final class Found {
        private final byte[] image;
        private final int[] telling;
        private int told;
        private int[] pieces = new int[64];
        private int count;

        Found(byte[] image, int[] telling) {
            this.image = image;
            this.telling = telling;
        }

        /** Looks for strings between two offsets, where no piece lies. */
        void look(long start, long stop) {
            takeTelling(start);
            int limit = (int) Math.min(stop, image.length);
            for (int from = (int) start; from < limit; ) {
                int to = PoolEvidence.end(image, from, limit);
                int home = to - from < PoolEvidence.SHORTEST || to == limit
                        ? NOBODYS
                        : homes.getOrDefault(PoolEvidence.text(image, from, to), NOBODYS);
                if (home != NOBODYS) {
                    add(home);
                }
                from = to + 1;
            }
        }

        private void takeTelling(long before) {
            while (told < telling.length && board.offset(telling[told]) < before) {
                add(telling[told++]);
            }
        }

        private void add(int piece) {
            if (count == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * count);
            }
            pieces[count++] = piece;
        }

        /** Leaves out what is found in several places: other bytes look like one of its strings. */
        int[] pieces() {
            takeTelling(Long.MAX_VALUE);
            BitSet seen = new BitSet();
            BitSet several = new BitSet();
            for (int i = 0; i < count; i++) {
                if (i == 0 || pieces[i] != pieces[i - 1]) {
                    several.set(pieces[i], seen.get(pieces[i]));
                    seen.set(pieces[i]);
                }
            }
            return Arrays.stream(pieces, 0, count)
                    .filter(piece -> !several.get(piece))
                    .toArray();
        }
    }
}
