package org.karlworkbench.compare.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.compare.blocks.Drawing;
import org.karlworkbench.compare.blocks.Role;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.GapName;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/** The addresses of one kernel, or of one draw as an example; with what holds for all draws: what is fixed, and bounds. */
final class Example {
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int DRAWS = 16;
    static final Seed SEED = Seed.parse("0".repeat(2 * Seed.BYTES));

    private record Place(int statement, int rank) {}

    private final Blocks blocks;
    private final LinkedNames names;
    private final KernelAddresses kernel;
    private final long page;
    private final LinkedLayout first;
    private final BitSet fixed = new BitSet();
    private final Map<Place, long[]> ranges = new HashMap<>();
    private final Map<Block, Long> begins = new HashMap<>();
    private final long[] low;
    private final long[] high;

    Example(Drawing drawing, Blocks blocks, KernelAddresses kernel) throws EngineException {
        this.blocks = blocks;
        this.kernel = kernel;
        names = drawing.linker().names();
        page = drawing.page();
        List<LinkedLayout> drawn = new ArrayList<>();
        for (int i = 1; i <= DRAWS; i++) {
            drawn.add(drawing.layout(drawing.draw(SEED.of(i))));
        }
        first = drawn.getFirst();
        for (Block block : blocks.all()) {
            boolean stays = drawn.stream().allMatch(each -> address(each, block) == address(first, block));
            fixed.set(block.number(), stays && block.role() != Role.BODY);
        }
        low = new long[blocks.all().size()];
        high = new long[low.length];
        Draw draw = drawing.draw(SEED.of(1));
        Recipe recipe = drawing.recipe();
        Gaps least = gaps(name -> name.rounded(name.low(recipe), page, recipe));
        Gaps most = gaps(name -> name.rounded(name.high(recipe, page), page, recipe));
        bound(drawing.layout(draw, least), drawing.layout(draw, most));
    }

    private static long address(LinkedLayout layout, Block block) {
        return layout.address(block.first());
    }

    private Gaps gaps(ToLongFunction<GapName> size) {
        return page == 1 ? Gaps.NONE : Gaps.of(size);
    }

    /** The body's blocks of one statement lie between its beginning with the smallest gaps and its end with the largest. */
    private void bound(LinkedLayout least, LinkedLayout most) {
        for (Block block : blocks.all()) {
            if (block.isBody() && address(least, block) != 0) {
                long[] range = ranges.computeIfAbsent(
                        new Place(block.statement(), block.rank()), _ -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
                range[0] = Math.min(range[0], address(least, block));
                range[1] = Math.max(range[1], address(most, block) + block.size() + page);
            }
        }
        for (Block block : blocks.all()) {
            long[] range = block.isBody() ? ranges.get(new Place(block.statement(), block.rank())) : null;
            low[block.number()] = range == null ? address(least, block) : range[0];
            high[block.number()] = range == null ? address(most, block) + page : range[1] - block.size();
        }
    }

    long page() {
        return page;
    }

    boolean isKernel() {
        return kernel != null;
    }

    /** Blocks that lie at the same address in every draw. */
    BitSet fixedBlocks() {
        return fixed;
    }

    /** Where a symbol lies; of one that the kernel does not name, by the draw. */
    long address(int symbol) {
        Long known = addressOrNull(symbol);
        return known == null ? draw(symbol) : known;
    }

    private long draw(int symbol) {
        return first.address(names.pieceOf(symbol)) + names.offset(symbol);
    }

    /** Where a symbol lies; null where the kernel does not tell. */
    Long addressOrNull(int symbol) {
        return kernel == null
                ? Long.valueOf(draw(symbol))
                : kernel.of(blocks.of(names.pieceOf(symbol)).object(), names.symbol(symbol));
    }

    /** Where a block begins; {@link #UNKNOWN} where none of its symbols is in the kernel. */
    long begin(Block block) {
        if (kernel == null) {
            return address(first, block);
        }
        return begins.getOrDefault(block, UNKNOWN);
    }

    /** Tells where the kernel has blocks, by one symbol of each. */
    void learn(SymbolSpace symbols) {
        if (kernel != null) {
            symbols.all().forEach(symbol -> {
                Long address = addressOrNull(symbol);
                if (address != null) {
                    begins.putIfAbsent(symbols.block(symbol), address - symbols.offset(symbol));
                }
            });
        }
    }

    long low(Block block) {
        return low[block.number()];
    }

    long high(Block block) {
        return high[block.number()];
    }

    /** Whether some draw has a block begin there. */
    boolean isPossible(Block block, long begin) {
        return begin >= low(block) && begin <= high(block);
    }
}
