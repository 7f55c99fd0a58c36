package org.karlworkbench.layout;

import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/**
 * The link order as far as it is known, to choose among runs of local symbols that look the same: both the runs in a
 * symbol table and the objects' code stand in link order. Where the two disagree anywhere, as under a script that sorts,
 * it knows nothing.
 */
final class LinkOrder {
    private final long[] code;
    private final int[] before;
    private final int[] after;
    private final boolean usable;

    /**
     * Learns the order.
     *
     * @param owner for each symbol of the kernel the object whose run it is in, or -1
     */
    LinkOrder(Pieces pieces, List<ObjectFile> objects, int[] owner) {
        code = new long[objects.size()];
        for (int object = 0; object < code.length; object++) {
            code[object] = code(pieces, object, objects.get(object).sections());
        }
        before = new int[owner.length];
        after = new int[owner.length];
        usable = learn(owner);
    }

    /** The address of an object's .text, or 0 when it is not known. */
    private static long code(Pieces pieces, int object, Sections sections) {
        int section = sections.find(".text");
        boolean known = section > 0
                && (sections.flags(section) & Elf.SHF_EXECINSTR) != 0
                && sections.size(section) != 0
                && pieces.isSettled(pieces.number(object, section));
        return known ? pieces.base(pieces.number(object, section)) : 0;
    }

    private boolean learn(int[] owner) {
        Arrays.fill(before, -1);
        Arrays.fill(after, -1);
        int last = -1;
        for (int i = 0; i < owner.length; i++) {
            before[i] = last;
            if (owner[i] >= 0 && code[owner[i]] != 0) {
                if (last >= 0 && Long.compareUnsigned(code[last], code[owner[i]]) > 0) {
                    return false;
                }
                last = owner[i];
            }
        }
        last = -1;
        for (int i = owner.length - 1; i >= 0; i--) {
            after[i] = last;
            last = owner[i] >= 0 && code[owner[i]] != 0 ? owner[i] : last;
        }
        return true;
    }

    /** Whether it is known at all. */
    boolean isUsable() {
        return usable;
    }

    /** Whether an object's run can be where a symbol of the kernel is. */
    boolean allows(int object, int symbol) {
        if (!usable || code[object] == 0) {
            return true;
        }
        boolean late = before[symbol] < 0 || Long.compareUnsigned(code[before[symbol]], code[object]) <= 0;
        boolean early = after[symbol] < 0 || Long.compareUnsigned(code[object], code[after[symbol]]) <= 0;
        return late && early;
    }
}
