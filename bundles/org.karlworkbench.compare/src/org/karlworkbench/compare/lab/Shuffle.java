package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.compare.blocks.Role;
import org.karlworkbench.linker.LinkedPieces;

/**
 * What changes places with each other: what the body's objects have under one statement of the script.
 *
 * @param statement the statement's number
 * @param output the number of the output section
 * @param runs what each object has there, in any order
 * @param before the piece that always comes directly before, or -1: the gap's, or of the head
 */
record Shuffle(int statement, int output, List<Run> runs, int before) {
    /**
     * What one object has under the statement.
     *
     * @param object its name
     * @param blocks in the order that they keep
     */
    record Run(String object, List<Block> blocks) {
        /** To what its beginning is aligned. */
        long align() {
            return blocks.getFirst().align();
        }

        /** Where it ends when it begins at an address. */
        long end(long from) {
            long at = from;
            for (Block block : blocks) {
                at = up(at, block.align()) + block.size();
            }
            return at;
        }
    }

    static long up(long address, long align) {
        return address + align - 1 & -align;
    }

    /** All shuffles of a kit; none has less than one run. */
    static List<Shuffle> all(Blocks blocks) {
        record Place(int statement, int rank) {}
        Map<Place, List<Block>> places = new LinkedHashMap<>();
        for (Block block : blocks.all()) {
            places.computeIfAbsent(new Place(block.statement(), block.rank()), _ -> new ArrayList<>())
                    .add(block);
        }
        List<Shuffle> all = new ArrayList<>();
        places.values().forEach(each -> add(all, each, blocks.pieces()));
        return List.copyOf(all);
    }

    private static void add(List<Shuffle> all, List<Block> blocks, LinkedPieces pieces) {
        Map<String, List<Block>> runs = new TreeMap<>();
        int before = -1;
        for (Block block : blocks) {
            if (block.isBody()) {
                runs.computeIfAbsent(block.object(), _ -> new ArrayList<>()).add(block);
            } else if (block.role() == Role.GAP) {
                before = block.first();
            }
        }
        if (!runs.isEmpty()) {
            List<Run> list = new ArrayList<>();
            runs.forEach((object, own) -> list.add(new Run(object, List.copyOf(own))));
            dropEmpty(list);
            boolean contested = blocks.stream().anyMatch(each -> pieces.isContested(each.first()));
            if (!contested) {
                all.add(new Shuffle(
                        blocks.getFirst().statement(), blocks.getFirst().output(), list, before));
            }
        }
    }

    /** Sections without bytes, which most objects have, change nothing unless they are aligned more than others. */
    private static void dropEmpty(List<Run> runs) {
        long least = runs.stream()
                .filter(run -> run.end(0) > 0)
                .mapToLong(Run::align)
                .min()
                .orElse(1);
        boolean all = runs.stream().allMatch(run -> run.end(0) == 0);
        runs.removeIf(run -> !all && run.end(0) == 0 && run.blocks().stream().allMatch(each -> each.align() <= least));
    }

    /** The largest alignment in it. */
    long align() {
        return runs.stream()
                .flatMap(run -> run.blocks().stream())
                .mapToLong(Block::align)
                .max()
                .orElse(1);
    }
}
