package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/**
 * The merged strings of a kernel, and which objects brought each. Linkers write a string where they first meet it, so
 * that strings stand in the order of the objects: GNU ld all of a pool, lld those of each of some parts of it.
 */
final class PoolEvidence {
    /** Shorter strings stand in constants as well. */
    static final int SHORTEST = 4;

    private final Board board;
    private final Map<String, Met> entries = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();

    PoolEvidence(Board board) throws EngineException {
        this.board = board;
        for (int object = 0; object < board.objects().size(); object++) {
            ObjectFile file = board.objects().get(object);
            Sections sections = file.sections();
            for (int i = 1; i < sections.count(); i++) {
                long kind = Elf.SHF_MERGE | Elf.SHF_STRINGS;
                boolean strings = (sections.flags(i) & kind) == kind && sections.entrySize(i) == 1;
                if (strings && sections.isAllocated(i)) {
                    outputs.add(sections.name(i));
                    take(file.content(i), object, sections.align(i));
                }
            }
        }
    }

    private void take(byte[] strings, int object, long align) {
        for (int from = 0; from < strings.length; ) {
            int to = end(strings, from, strings.length);
            entries.compute(
                    text(strings, from, to), (_, old) -> old == null ? Met.by(object, align) : old.with(object, align));
            from = to + 1;
        }
    }

    /** Where a string ends that begins at an offset. */
    static int end(byte[] bytes, int from, int limit) {
        int to = from;
        while (to < limit && bytes[to] != 0) {
            to++;
        }
        return to;
    }

    /** A string; each byte is a character, whatever the encoding. */
    @SuppressWarnings("deprecation")
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, 0, from, to - from);
    }

    /** For each region and each alignment of merged strings those that lie there, by address. */
    List<List<Met>> pools() throws EngineException {
        List<List<Met>> pools = new ArrayList<>();
        int[][] placed = board.placed();
        for (String name : outputs) {
            int region = board.home(name);
            if (region >= 0 && board.hasBytes(region) && placed[region] != null) {
                pools.addAll(pools(region, placed[region]));
                placed[region] = null;
            }
        }
        return pools;
    }

    private Collection<List<Met>> pools(int region, int[] placed) throws EngineException {
        List<Met> found = new ArrayList<>();
        long from = 0;
        for (int piece : placed) {
            addEntries(board.image(region), from, board.offset(piece), found);
            from = board.end(piece);
        }
        addEntries(board.image(region), from, board.room(region), found);
        return found.stream()
                .filter(entry -> entry.align() != Met.MIXED)
                .collect(Collectors.groupingBy(Met::align, TreeMap::new, Collectors.toList()))
                .values();
    }

    private void addEntries(byte[] image, long start, long stop, List<Met> found) {
        int limit = (int) Math.min(stop, image.length);
        for (int from = (int) start; from < limit; ) {
            int to = end(image, from, limit);
            Met entry = to - from < SHORTEST ? null : entries.get(text(image, from, to));
            if (entry != null) {
                found.add(entry);
            }
            from = to + 1;
        }
    }
}
