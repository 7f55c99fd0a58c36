package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Content;

/**
 * What output sections are, as far as every draw has it the same: their flags, types and least alignments, which of them
 * there are at all, and behind which one orphans stand.
 */
final class Outputs {
    private static final int KEPT = (int) (Elf.SHF_ALLOC | Elf.SHF_WRITE | Elf.SHF_EXECINSTR | Elf.SHF_TLS);

    private final List<Output> all;
    private final int[] flags;
    private final int[] types;
    private final boolean[] live;
    private final Map<Integer, List<Integer>> orphans = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();

    Outputs(KitReader read) {
        all = read.statements().outputs();
        flags = new int[all.size()];
        types = new int[all.size()];
        live = new boolean[all.size()];
        Arrays.fill(types, Elf.SHT_NULL);
        Pieces pieces = read.pieces();
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (pieces.isPlaced(piece)) {
                add(read.statements().output(pieces.statement(piece)), pieces, piece);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            live[i] |= all.get(i).description() != null
                    && !all.get(i).description().isDiscard()
                    && all.get(i).description().contents().stream().anyMatch(Outputs::makesRoom);
            if (types[i] == Elf.SHT_NULL || all.get(i).description() != null && hasData(all.get(i))) {
                types[i] = Elf.SHT_PROGBITS;
            }
        }
        inheritFlags();
        for (int i = 0; i < all.size(); i++) {
            if (live[i]) {
                byName.putIfAbsent(all.get(i).name(), i);
            }
            if (live[i] && all.get(i).isOrphan()) {
                orphans.computeIfAbsent(place(i), _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Sections with symbols and nothing else are like the section before them, so that they need no segment of their own. */
    private void inheritFlags() {
        int before = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean empty = live[i] && (flags[i] & (int) Elf.SHF_ALLOC) == 0;
            flags[i] = empty ? before & ~(int) Elf.SHF_TLS : flags[i];
            before = live[i] ? flags[i] : before;
        }
    }

    private void add(int output, Pieces pieces, int piece) {
        flags[output] |= pieces.flags(piece) & KEPT;
        int type = pieces.type(piece);
        if (types[output] == Elf.SHT_NULL || types[output] == type) {
            types[output] = type;
        } else {
            types[output] = Elf.SHT_PROGBITS; // sections of several types are made one of bytes
        }
        live[output] = true;
    }

    /** A symbol in a section keeps it, with its address and alignment, even when nothing else is in it. */
    private static boolean makesRoom(Content content) {
        return content instanceof Content.Data || content instanceof Assignment;
    }

    private static boolean hasData(Output output) {
        return output.description().contents().stream().anyMatch(Content.Data.class::isInstance);
    }

    /** The last output of the script that is like an orphan, else the last that is loaded before it by the usual order. */
    private int place(int orphan) {
        int best = Names.NONE;
        for (int i = 0; i < all.size() && !all.get(i).isOrphan(); i++) { // orphans come last
            if (live[i] && (best == Names.NONE || likeness(i, orphan) >= likeness(best, orphan))) {
                best = i;
            }
        }
        return best;
    }

    private int likeness(int output, int orphan) {
        int same = ~(flags[output] ^ flags[orphan]);
        int likeness = (same & (int) Elf.SHF_WRITE) != 0 ? 8 : 0;
        likeness += (same & (int) Elf.SHF_EXECINSTR) != 0 ? 4 : 0;
        likeness += (types[output] == Elf.SHT_NOBITS) == (types[orphan] == Elf.SHT_NOBITS) ? 2 : 0;
        likeness += (same & (int) Elf.SHF_TLS) != 0 ? 1 : 0;
        return likeness;
    }

    int count() {
        return all.size();
    }

    Output get(int output) {
        return all.get(output);
    }

    /** SHF_*. */
    int flags(int output) {
        return flags[output] | (int) Elf.SHF_ALLOC;
    }

    /** SHT_*. */
    int type(int output) {
        return types[output];
    }

    boolean isNoBits(int output) {
        return types[output] == Elf.SHT_NOBITS;
    }

    boolean isThreadLocal(int output) {
        return (flags[output] & (int) Elf.SHF_TLS) != 0;
    }

    /** Whether there is such a section in the kernels. */
    boolean isLive(int output) {
        return live[output];
    }

    /** All that are live, in the order of the script, orphans where they go. */
    List<Integer> inOrder() {
        List<Integer> order = new ArrayList<>(orphansAfter(Names.NONE));
        for (int i = 0; i < all.size(); i++) {
            if (live[i] && !all.get(i).isOrphan()) {
                order.add(i);
                order.addAll(orphansAfter(i));
            }
        }
        return order;
    }

    /** The orphans that stand behind an output, or before all with {@link Names#NONE}; in the order of the kit. */
    List<Integer> orphansAfter(int output) {
        return orphans.getOrDefault(output, List.of());
    }

    /** The number of the output of a name that is in the kernels, the script's before an orphan; or {@link Names#NONE}. */
    int find(String name) {
        return byName.getOrDefault(name, Names.NONE);
    }
}
