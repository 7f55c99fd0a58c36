package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Sections;

/**
 * Where GNU ld first meets each object as it writes a kernel, which is when it writes the object's local symbols: at the
 * first section, an empty one too, that any statement of the script takes (bfd/elflink.c, bfd_elf_final_link). So an
 * object with code that stands before all other code has its symbols before theirs, whatever the link order.
 */
final class FirstMet {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Board board;
    /** The names of sections, each with the rank of what lies together with it. */
    private final Map<String, Integer> ranks = new HashMap<>();

    /**
     * Looks where sections lie.
     *
     * @param mixtures tells of the pieces of one output section in which mixture of names each is
     */
    FirstMet(Board board, Function<int[], IntFunction<String>> mixtures) {
        this.board = board;
        int rank = 0;
        for (int[] placed : board.placed()) {
            IntFunction<String> mixture = mixtures.apply(placed);
            Map<String, Integer> inRegion = new HashMap<>();
            for (int piece : placed) {
                int next = rank;
                int own = inRegion.computeIfAbsent(mixture.apply(piece), _ -> next);
                rank = Math.max(rank, own + 1);
                ranks.putIfAbsent(board.name(piece), own);
            }
        }
    }

    /** A sequence of objects as several, each of objects that are met at the same part of the script. */
    List<int[]> split(int[] sequence) {
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int object : sequence) {
            parts.computeIfAbsent(rank(object), _ -> new ArrayList<>()).add(object);
        }
        parts.remove(NOWHERE);
        return parts.values().stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private int rank(int object) {
        Sections sections = board.objects().get(object).sections();
        return IntStream.range(1, sections.count())
                .filter(sections::isAllocated)
                .map(i -> ranks.getOrDefault(sections.name(i), NOWHERE))
                .min()
                .orElse(NOWHERE);
    }
}
