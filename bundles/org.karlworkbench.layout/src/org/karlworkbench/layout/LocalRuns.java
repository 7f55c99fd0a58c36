package org.karlworkbench.layout;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;

/**
 * Finds the run of local symbols that each object left in a kernel's symbol table. Linkers write the locals of one
 * object together and in the object's own order, behind its STT_FILE symbol where it has one; names repeat, sequences
 * hardly ever do. Each run then votes for the places of the object's sections.
 */
final class LocalRuns {
    /** A name that more kernel symbols share than this is no place to start from. */
    private static final int COMMON_NAME = 64;

    /** Each run that is found can settle a tie elsewhere, but chains of them are short. */
    private static final int PASSES = 4;

    private final KitJoin join;
    private final Pieces pieces;
    private final Symbols kernel;
    private final int[] head;
    private final int[] next;
    private final int[] copies;
    private final int[] owner;

    LocalRuns(KitJoin join, Pieces pieces) {
        this.join = join;
        this.pieces = pieces;
        this.kernel = join.kernel();
        int count = kernel.count();
        head = new int[count];
        next = new int[count];
        copies = new int[count];
        owner = new int[count];
        Arrays.fill(owner, -1);
        Arrays.fill(head, -1);
        for (int i = count - 1; i > 0; i--) {
            int name = join.name(i);
            if (kernel.binding(i) == Elf.STB_LOCAL && name >= 0 && SymbolRows.isShown(kernel, i)) {
                next[i] = head[name];
                head[name] = i;
                copies[name]++;
            }
        }
    }

    /**
     * Votes for all objects: first those whose run is the only good one; then, among equally good ones, by what the taken
     * runs leave over and by the link order, which the runs share with the code.
     */
    void vote() {
        int objects = join.objects().size();
        boolean[] done = new boolean[objects];
        LinkOrder order = null;
        boolean more = true;
        for (int pass = 0; pass < PASSES && more; pass++) {
            more = false;
            for (int object = 0; object < objects; object++) {
                if (!done[object] && vote(object, order)) {
                    done[object] = true;
                    more = true;
                }
            }
            order = new LinkOrder(pieces, join.objects(), owner);
        }
    }

    /**
     * Looks for one object's run, and votes when it is certain.
     *
     * @param order what is known of the link order, or null
     */
    private boolean vote(int object, LinkOrder order) {
        LocalRun run = new LocalRun(join, pieces, object);
        int anchor = anchor(run);
        if (anchor < 0) {
            return false;
        }
        int best = -1;
        int bestScore = 0;
        boolean tie = false;
        for (int at = head[run.name(anchor)]; at > 0; at = next[at]) {
            boolean possible = owner[at] < 0 && (order == null || order.allows(object, at));
            int score = possible ? run.score(anchor, at) : 0;
            tie = score == bestScore || tie && score < bestScore;
            if (score > bestScore) {
                best = at;
                bestScore = score;
            }
        }
        if (best < 0 || tie) {
            return false;
        }
        run.vote(anchor, best, owner);
        return true;
    }

    /** The object's local with the fewest namesakes in the kernel, or -1. */
    private int anchor(LocalRun run) {
        int anchor = -1;
        int least = COMMON_NAME + 1;
        for (int i = 0; i < run.count(); i++) {
            int name = run.name(i);
            if (name >= 0 && copies[name] > 0 && copies[name] < least) {
                anchor = i;
                least = copies[name];
            }
        }
        return anchor;
    }
}
