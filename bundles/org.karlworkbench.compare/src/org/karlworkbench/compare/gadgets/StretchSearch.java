package org.karlworkbench.compare.gadgets;

import java.util.Arrays;
import java.util.BitSet;
import org.karlworkbench.code.Flow;
import org.karlworkbench.code.FlowReader;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.elf.EngineException;

/**
 * Finds the gadgets that begin in a stretch of a section. One pass from the last offset to the first: an offset begins a
 * gadget where its instruction is free, or goes on to an offset that begins one near enough. No offset is decoded twice,
 * and only those are decoded behind which a gadget begins.
 */
final class StretchSearch {
    /** How far before its last instruction a gadget begins at most: bytes of x86, instructions of others (CLI.md). */
    static final int FARTHEST = 9;

    private static final int UNSEEN = -1;
    private static final byte NOT = -1;

    private final FlowSet set;
    private final byte[] section;
    private final int from;
    private final int to;
    private final int unit;
    private final byte[] code;
    private final int[] decoded;
    /** How far before its last instruction a gadget begins at an offset, or {@link #NOT}. */
    private final byte[] steps;

    private final byte[] sizes;

    /**
     * Prepares a search.
     *
     * @param section all bytes of the section
     * @param from the first offset of the stretch
     * @param to the offset behind it
     */
    StretchSearch(FlowSet set, byte[] section, int from, int to) {
        this.set = set;
        this.section = section;
        this.from = from;
        this.to = to;
        unit = set.unit();
        code = Arrays.copyOfRange(section, from, Math.min(section.length, to + reach() + set.longest()));
        decoded = new int[code.length];
        steps = new byte[code.length];
        sizes = new byte[code.length];
        Arrays.fill(decoded, UNSEEN);
        Arrays.fill(steps, NOT);
    }

    private int reach() {
        return set.isX86() ? FARTHEST : FARTHEST * set.longest();
    }

    /**
     * Searches.
     *
     * @param address where the section lies
     * @param starts offsets at which code begins for certain, ascending, or null; those in the stretch are used
     * @param lengths takes the lengths of the gadgets
     * @return the offsets of the section at which the compiler's instructions begin; null without starts
     */
    BitSet run(long address, int[] starts, byte[] lengths) throws EngineException {
        try (FlowReader reader = FlowReader.open(set, code, address + from)) {
            int last = Math.min(code.length, to - from + reach() + 1) - 1;
            for (int at = last - last % unit; at >= 0; at -= unit) {
                search(reader, at);
            }
            System.arraycopy(sizes, 0, lengths, from, to - from);
            return starts == null ? null : boundaries(reader, starts);
        }
    }

    private void search(FlowReader reader, int at) {
        if (set.mayBeFree(code, at) && FlowReader.flow(decode(reader, at)) == Flow.FREE) {
            found(at, 0, FlowReader.length(decoded[at]));
        } else if (mayGoOn(at)) {
            int instruction = decode(reader, at);
            int next = at + FlowReader.length(instruction);
            boolean on = FlowReader.flow(instruction) == Flow.ON && next < code.length && steps[next] != NOT;
            if (on && steps[next] + cost(next - at) <= FARTHEST) {
                found(at, steps[next] + cost(next - at), next - at + sizes[next]);
            }
        }
    }

    private void found(int at, int distance, int size) {
        steps[at] = (byte) distance;
        sizes[at] = (byte) size;
    }

    /** Whether an instruction of some length leads to a gadget that is near enough. */
    private boolean mayGoOn(int at) {
        int longest = Math.min(set.longest(), code.length - 1 - at);
        for (int length = unit; length <= longest && cost(length) <= FARTHEST; length += unit) {
            byte behind = steps[at + length];
            if (behind != NOT && behind + cost(length) <= FARTHEST) {
                return true;
            }
        }
        return false;
    }

    private int cost(int length) {
        return set.isX86() ? length : 1;
    }

    private int decode(FlowReader reader, int at) {
        if (decoded[at] == UNSEEN) {
            decoded[at] = reader.at(at);
        }
        return decoded[at];
    }

    /** Goes from instruction to instruction, and begins anew at each start, as objdump does at symbols. */
    private BitSet boundaries(FlowReader reader, int[] starts) {
        BitSet boundaries = new BitSet(section.length);
        int next = Arrays.binarySearch(starts, from);
        next = next < 0 ? -next - 1 : next + 1;
        int at = from;
        while (at < to) {
            int limit = next < starts.length ? Math.min(starts[next++], to) : to;
            while (at < limit) {
                boundaries.set(at);
                at += length(reader, at - from);
            }
            at = limit;
        }
        return boundaries;
    }

    private int length(FlowReader reader, int at) {
        int encoded = set.encodedLength(code, at);
        return encoded != 0 ? encoded : Math.max(unit, FlowReader.length(decode(reader, at)));
    }
}
