package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

    /** How many symbols of common names are looked at in all, so that time stays linear. */
    private static final long BUDGET = 20_000_000;

    /** How far behind a STT_FILE symbol a symbol is looked for. */
    private static final int RUN = 4096;

    /** Each run that is found can settle a tie elsewhere, but chains of them are short. */
    private static final int PASSES = 4;

    private final KitJoin join;
    private final Pieces pieces;
    private final Symbols kernel;
    private final int[] head;
    private final int[] next;
    private final int[] copies;
    private final int[] owner;
    private long budget = BUDGET;

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
            boolean file = kernel.type(i) == Elf.STT_FILE;
            if (kernel.binding(i) == Elf.STB_LOCAL && name >= 0 && (file || SymbolRows.isShown(kernel, i))) {
                next[i] = head[name];
                head[name] = i;
                copies[name]++;
            }
        }
    }

    /**
     * For each symbol of a kernel the object in whose run of local symbols it is, or -1.
     *
     * @param places where the kit's objects lie in the kernel
     */
    static int[] owners(KitJoin join, Places places) {
        Pieces pieces = new Pieces(join.objects());
        Map<String, Integer> numbers = new HashMap<>();
        join.objects().forEach(object -> numbers.put(object.name(), numbers.size()));
        for (int row = 0; row < places.count(); row++) {
            int object = numbers.getOrDefault(places.object(row), -1);
            int section = places.sectionIndex(row);
            boolean known = object >= 0
                    && places.kind(row) == PlaceKind.INPUT
                    && section > 0
                    && section < join.objects().get(object).sections().count();
            if (known) {
                pieces.settleAt(pieces.number(object, section), places.address(row), Integer.MAX_VALUE);
            }
        }
        LocalRuns runs = new LocalRuns(join, pieces);
        runs.vote();
        return runs.owner;
    }

    /** For each symbol of the kernel the object in whose run it is, or -1; known after the vote. */
    int[] owners() {
        return owner;
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
        Best best = new Best();
        if (copies[run.name(anchor)] <= COMMON_NAME || narrows(order, copies[run.name(anchor)])) {
            for (int at = head[run.name(anchor)]; at > 0; at = next[at]) {
                best.offer(at, score(run, object, order, anchor, at));
            }
        } else if (run.file() >= 0 && copies[run.file()] <= COMMON_NAME) {
            for (int file = head[run.file()]; file > 0; file = next[file]) {
                int at = behind(file, run.name(anchor));
                best.offer(at, at < 0 ? 0 : score(run, object, order, anchor, at));
            }
        }
        if (best.at >= 0) {
            run.vote(anchor, best.at, owner);
        }
        return best.at >= 0;
    }

    /** Whether the link order makes it worth while to look at all symbols of a common name. */
    private boolean narrows(LinkOrder order, int namesakes) {
        budget -= namesakes;
        return order != null && order.isUsable() && budget > 0;
    }

    /** The best of several places for a run, as long as it is the only one that good. */
    private static final class Best {
        private int at = -1;
        private int score;

        void offer(int place, int points) {
            if (points > score) {
                score = points;
                at = place;
            } else if (points == score) {
                at = -1;
            }
        }
    }

    private int score(LocalRun run, int object, LinkOrder order, int anchor, int at) {
        boolean possible = owner[at] < 0 && (order == null || order.allows(object, at));
        return possible ? run.score(anchor, at) : 0;
    }

    /** The first symbol of a name behind a STT_FILE symbol, before the next one; -1 when there is none near. */
    private int behind(int file, int name) {
        int last = Math.min(file + RUN, kernel.count());
        for (int i = file + 1; i < last && kernel.binding(i) == Elf.STB_LOCAL; i++) {
            if (kernel.type(i) == Elf.STT_FILE) {
                return -1;
            }
            if (join.name(i) == name) {
                return i;
            }
        }
        return -1;
    }

    /** The object's local with the fewest namesakes in the kernel, or -1. */
    private int anchor(LocalRun run) {
        int anchor = -1;
        int least = Integer.MAX_VALUE;
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
