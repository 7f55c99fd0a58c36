package org.karlworkbench.layout;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/** The local symbols of one object, to be laid beside the kernel's from a given symbol on. */
final class LocalRun {
    private final KitJoin join;
    private final Pieces pieces;
    private final int object;
    private final Symbols symbols;
    private final Symbols kernel;
    private final int[] locals;
    private final int[] names;
    private int count;
    private int file = -1;

    LocalRun(KitJoin join, Pieces pieces, int object) {
        this.join = join;
        this.pieces = pieces;
        this.object = object;
        ObjectFile each = join.objects().get(object);
        symbols = each.symbols();
        kernel = join.kernel();
        int all = 0;
        while (all < symbols.count() && symbols.binding(all) == Elf.STB_LOCAL) {
            all++;
        }
        locals = new int[all];
        names = new int[all];
        for (int i = 1; i < all; i++) {
            add(i);
        }
    }

    private void add(int i) {
        if (symbols.type(i) == Elf.STT_FILE && file < 0) {
            int found = join.found(object, i);
            file = found < 0 ? -1 : join.name(found);
        } else if (SymbolRows.isShown(symbols, i)) {
            locals[count] = i;
            int found = join.found(object, i);
            names[count++] = found < 0 ? -1 : join.name(found);
        }
    }

    int count() {
        return count;
    }

    /** The number of the name of the object's STT_FILE symbol in the kernel, or -1. */
    int file() {
        return file;
    }

    /** The number of a local's name in the kernel, or -1 when the kernel has no such name. */
    int name(int local) {
        return names[local];
    }

    /**
     * How well the run fits when the given local is the given symbol of the kernel: matches less contradictions, 0 when
     * it cannot be.
     */
    int score(int anchor, int at) {
        int score = compare(anchor, at);
        if (score <= 0) {
            return 0;
        }
        int down = at - 1;
        for (int local = anchor - 1; local >= 0; local--) {
            if (isNamed(down, local)) {
                score += compare(local, down--);
            }
        }
        score += fileScore(down);
        int up = at + 1;
        for (int local = anchor + 1; local < count; local++) {
            if (isNamed(up, local)) {
                score += compare(local, up++);
            }
        }
        return Math.max(score, 0);
    }

    /** Votes with every symbol of the run, and marks the kernel's symbols as this object's. */
    void vote(int anchor, int at, int[] owner) {
        voteOne(anchor, at, owner);
        int down = at - 1;
        for (int local = anchor - 1; local >= 0; local--) {
            if (isNamed(down, local)) {
                voteOne(local, down--, owner);
            }
        }
        int up = at + 1;
        for (int local = anchor + 1; local < count; local++) {
            if (isNamed(up, local)) {
                voteOne(local, up++, owner);
            }
        }
    }

    private void voteOne(int local, int at, int[] owner) {
        owner[at] = object;
        int section = symbols.section(locals[local]);
        // the symbols of what was not kept are not there, and a nameless like of them is another's
        if (pieces.isRigid(object, section) && !pieces.isShared(object, section) && isAlike(local, at)) {
            pieces.vote(pieces.number(object, section), join.address(at) - symbols.value(locals[local]));
        }
    }

    private boolean isNamed(int at, int local) {
        return at > 0
                && at < kernel.count()
                && names[local] >= 0
                && kernel.binding(at) == Elf.STB_LOCAL
                && join.name(at) == names[local]
                && kernel.type(at) != Elf.STT_FILE;
    }

    private boolean isAlike(int local, int at) {
        int i = locals[local];
        return symbols.size(i) == kernel.size(at) && symbols.type(i) == kernel.type(at);
    }

    /** 1 for a local that may be this symbol, minus what speaks against it. */
    private int compare(int local, int at) {
        if (!isAlike(local, at)) {
            return -4;
        }
        int section = symbols.section(locals[local]);
        if (!pieces.isRigid(object, section)) {
            return 1;
        }
        int piece = pieces.number(object, section);
        if (!pieces.isSettled(piece)) {
            return 1;
        }
        return pieces.base(piece) == join.address(at) - symbols.value(locals[local]) ? 4 : -count * 4 - 4;
    }

    /** Whether the kernel's symbol before the run is this object's own STT_FILE symbol. */
    private int fileScore(int before) {
        if (file < 0 || before <= 0 || kernel.type(before) != Elf.STT_FILE) {
            return 0;
        }
        return join.name(before) == file ? 4 : -4;
    }
}
