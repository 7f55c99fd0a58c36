package org.karlworkbench.compare.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.LinkedNames;

/** The symbols of a kit by the blocks in which they lie. */
final class SymbolSpace {
    private static final int MOST_TOLD = 8;

    private final LinkedNames names;
    private final Blocks blocks;
    private final int[][] byBlock;
    /** Of equal names the last: global symbols come behind local ones. */
    private final Map<String, Integer> byName = new HashMap<>();

    SymbolSpace(LinkedNames names, Blocks blocks) {
        this.names = names;
        this.blocks = blocks;
        List<List<Integer>> lists = new ArrayList<>();
        blocks.all().forEach(_ -> lists.add(new ArrayList<>()));
        for (int symbol = 0; symbol < names.symbolLimit(); symbol++) {
            Block block = blocks.of(names.pieceOf(symbol));
            if (block != null && !names.symbol(symbol).isEmpty()) {
                lists.get(block.number()).add(symbol);
                byName.put(names.symbol(symbol), symbol);
            }
        }
        byBlock = lists.stream()
                .map(list -> list.stream()
                        .sorted(Comparator.comparingLong(this::offset))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** The symbols of a block, by offset. */
    int[] of(Block block) {
        return byBlock[block.number()];
    }

    /** How far a symbol is from the beginning of its block. */
    long offset(int symbol) {
        return blocks.offset(names.pieceOf(symbol)) + names.offset(symbol);
    }

    /** The piece in which a symbol lies. */
    int piece(int symbol) {
        return names.pieceOf(symbol);
    }

    Block block(int symbol) {
        return blocks.of(names.pieceOf(symbol));
    }

    String name(int symbol) {
        return names.symbol(symbol);
    }

    /** The symbol that a reference by name means, or -1. */
    int named(String name) {
        return byName.getOrDefault(name, -1);
    }

    IntStream all() {
        return Arrays.stream(byBlock).flatMapToInt(Arrays::stream);
    }

    boolean isFunction(int symbol) {
        return names.isFunction(symbol) && names.size(symbol) > 0;
    }

    /** The first symbols of distinct places that are functions, of a block. */
    int[] functions(Block block) {
        int[] own = Arrays.stream(of(block)).filter(this::isFunction).toArray();
        return IntStream.range(0, own.length)
                .filter(i -> i == 0 || offset(own[i]) != offset(own[i - 1]))
                .map(i -> own[i])
                .toArray();
    }

    /** Names of code that are no function of their own: labels without a size, and further names of functions. */
    long entryPoints(Block block) {
        if (!blocks.pieces().isCode(block.first())) {
            return 0;
        }
        long named = Arrays.stream(of(block))
                .filter(symbol -> !names.isObject(symbol) && !name(symbol).startsWith("$"))
                .count();
        return named - functions(block).length;
    }

    /** The bytes of a block's functions, each reaching to the next symbol of another place or the block's end. */
    long functionBytes(Block block) {
        int[] symbols = of(block);
        long bytes = 0;
        long end = block.size();
        for (int last = symbols.length - 1, first; last >= 0; last = first - 1) {
            long at = offset(symbols[last]);
            first = last;
            boolean function = isFunction(symbols[last]);
            while (first > 0 && offset(symbols[first - 1]) == at) {
                function |= isFunction(symbols[--first]);
            }
            bytes += function ? end - at : 0;
            end = at;
        }
        return bytes;
    }

    /**
     * Finds the symbol that a person names, as {@code name} or {@code object:name}.
     *
     * @throws EngineException if there is none, or several
     */
    int find(String words) throws EngineException {
        int colon = words.indexOf(':');
        String object = colon < 0 ? null : words.substring(0, colon);
        String name = words.substring(colon + 1);
        int[] found = all().filter(symbol -> name(symbol).equals(name)
                        && (object == null || block(symbol).object().equals(object)))
                .toArray();
        if (found.length == 1) {
            return found[0];
        }
        String where = Arrays.stream(found)
                .limit(MOST_TOLD)
                .mapToObj(symbol -> block(symbol).object())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        throw new EngineException(
                found.length == 0 ? "no-such-symbol" : "ambiguous-symbol",
                null,
                words,
                found.length == 0
                        ? "the kit defines no such symbol"
                        : found.length + " symbols have this name, in " + where,
                found.length == 0 ? "see karl layout KERNEL for the names" : "say which: OBJECT:NAME");
    }
}
