package org.karlworkbench.compare.lab;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.linker.LinkedNames;

/** The figures of symbols, filled block by block. */
final class SymbolTable {
    private final LinkedNames names;
    private final Blocks blocks;
    private final Sample sample;
    private final long grain;
    private final long page;
    private final LabResult.SymbolFigures[] figures;
    private final int[][] byBlock;

    SymbolTable(LinkedNames names, Blocks blocks, Sample sample, long grain, long page) {
        this.names = names;
        this.blocks = blocks;
        this.sample = sample;
        this.grain = grain;
        this.page = page;
        figures = new LabResult.SymbolFigures[names.symbolLimit()];
        byBlock = byBlock();
    }

    private int[][] byBlock() {
        int[] counts = new int[blocks.all().size()];
        int[] owner = new int[figures.length];
        for (int i = 0; i < figures.length; i++) {
            Block block = blocks.of(names.pieceOf(i));
            owner[i] = block == null || names.symbol(i).isEmpty() ? -1 : block.number();
            if (owner[i] >= 0) {
                counts[owner[i]]++;
            }
        }
        int[][] lists = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = owner.length - 1; i >= 0; i--) {
            if (owner[i] >= 0) {
                lists[owner[i]][--counts[owner[i]]] = i;
            }
        }
        return lists;
    }

    /** What a symbol is. */
    static String kind(LinkedNames names, int symbol) {
        if (names.isFunction(symbol) && names.size(symbol) > 0) {
            return "function";
        }
        return names.isObject(symbol) ? "data" : "label";
    }

    /** Fills in the symbols of a block. */
    void add(Block block, Likely begin) {
        int[] symbols = byBlock[block.number()];
        if (symbols.length == 0) {
            return;
        }
        long[] drawn = sample.marks(block.number());
        Map<Long, Spread> pages = new HashMap<>();
        Map<Long, Spread> grains = new HashMap<>();
        for (int symbol : symbols) {
            long offset = blocks.offset(names.pieceOf(symbol)) + names.offset(symbol);
            figures[symbol] = new LabResult.SymbolFigures(
                    names.symbol(symbol),
                    block.object(),
                    kind(names, symbol),
                    block.number(),
                    begin.basis(),
                    begin.guessing(offset, 1),
                    grains.computeIfAbsent(Math.floorMod(offset, grain), at -> spread(drawn, at, grain)),
                    begin.guessing(offset, page),
                    pages.computeIfAbsent(Math.floorMod(offset, page), at -> spread(drawn, at, page)));
        }
    }

    /** Fills in a symbol that the script or the linker defines. */
    void addBound(int symbol, int mark, Likely place) {
        figures[symbol] = new LabResult.SymbolFigures(
                names.symbol(symbol),
                "",
                "script",
                -1,
                place.basis(),
                place.guessing(0, 1),
                spread(sample.marks(mark), 0, grain),
                place.guessing(0, page),
                spread(sample.marks(mark), 0, page));
    }

    private static Spread spread(long[] drawn, long offset, long cell) {
        return Spread.of(Arrays.stream(drawn)
                .map(address -> Math.floorDiv(address + offset, cell))
                .toArray());
    }

    /** The figures by the symbols' numbers. */
    List<LabResult.SymbolFigures> rows() {
        return IntStream.range(0, figures.length)
                .mapToObj(i -> figures[i])
                .filter(Objects::nonNull)
                .toList();
    }

    /** The symbols of a block. */
    int[] of(Block block) {
        return byBlock[block.number()];
    }

    /** The figures of one symbol. */
    LabResult.SymbolFigures of(int symbol) {
        return figures[symbol];
    }
}
