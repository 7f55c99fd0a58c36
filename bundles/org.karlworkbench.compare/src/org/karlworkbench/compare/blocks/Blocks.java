package org.karlworkbench.compare.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.KitPlan;
import org.karlworkbench.kit.SectionOrder;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedPieces;

/**
 * The blocks of a kit under a recipe. A piece joins the one before it where both are of one object and under one statement
 * of the script, and where alignment cannot change their distance. COMMON symbols, pieces of groups of which another object's
 * copy may be kept, and sections that move without their object are blocks of their own.
 */
public final class Blocks {
    private static final String ANY_SEED = "0".repeat(2 * Seed.BYTES);

    private final LinkedPieces pieces;
    private final List<Block> all;
    private final int[] blockOf;
    private final long[] offset;
    private final BitSet loose = new BitSet();

    private Blocks(BuiltInLinker linker, KitPlan plan, SectionOrder moving, LinkedLayout sample) {
        pieces = linker.pieces();
        for (int i = 0; i < moving.count(); i++) {
            loose.set(pieces.piece(moving.object(i), moving.section(i)));
        }
        Builder builder = new Builder(pieces, plan, sample, loose);
        sorted().forEach(builder::add);
        all = builder.finish();
        blockOf = new int[pieces.count()];
        offset = new long[pieces.count()];
        Arrays.fill(blockOf, -1);
        for (Block block : all) {
            for (int i = 0; i < block.pieces().size(); i++) {
                blockOf[block.pieces().get(i)] = block.number();
                offset[block.pieces().get(i)] = block.offsets().get(i);
            }
        }
    }

    /**
     * Finds the blocks.
     *
     * @param drawing the kit and the recipe
     * @throws EngineException for a recipe that cannot work
     */
    public static Blocks of(Drawing drawing) throws EngineException {
        Draw draw = drawing.draw(Seed.parse(ANY_SEED));
        return new Blocks(drawing.linker(), drawing.kit().plan(), draw.sections(), drawing.layout(draw));
    }

    /** All placed pieces, those of one object under one statement together, in the order that they keep. */
    private IntStream sorted() {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(pieces::statement)
                .thenComparingInt(pieces::rank)
                .thenComparingInt(pieces::object)
                .thenComparingInt(piece -> piece);
        return IntStream.range(0, pieces.count())
                .filter(pieces::isPlaced)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue);
    }

    /** The blocks by statement and object; each knows its index here. */
    public List<Block> all() {
        return all;
    }

    /** The pieces of which they are made. */
    public LinkedPieces pieces() {
        return pieces;
    }

    /** The block of a piece; null for what is in no kernel. */
    public Block of(int piece) {
        return piece < 0 || blockOf[piece] < 0 ? null : all.get(blockOf[piece]);
    }

    /** How far a piece is from the beginning of its block, in bytes. */
    public long offset(int piece) {
        return offset[piece];
    }

    /** Whether a piece moves without its object. */
    public boolean isLoose(int piece) {
        return loose.get(piece);
    }

    /** The objects of the body that have bytes in an output section. */
    public Set<String> contributors(int output) {
        Set<String> objects = new HashSet<>();
        for (Block block : all) {
            if (block.output() == output && block.size() > 0 && !block.object().isEmpty()) {
                objects.add(block.object());
            }
        }
        return objects;
    }

    /** Joins pieces that come one behind the other. */
    private static final class Builder {
        private final LinkedPieces pieces;
        private final KitPlan plan;
        private final LinkedLayout sample;
        private final BitSet loose;
        private final List<Block> built = new ArrayList<>();
        private final List<Integer> open = new ArrayList<>();
        private final List<Long> offsets = new ArrayList<>();
        private long end;

        Builder(LinkedPieces pieces, KitPlan plan, LinkedLayout sample, BitSet loose) {
            this.pieces = pieces;
            this.plan = plan;
            this.sample = sample;
            this.loose = loose;
        }

        void add(int piece) {
            long at = end + pieces.align(piece) - 1 & -pieces.align(piece);
            if (open.isEmpty() || !joins(piece, at)) {
                close();
                at = 0;
            }
            open.add(piece);
            offsets.add(at);
            end = at + pieces.size(piece);
        }

        /** A sample layout tells where the script sets alignments of its own. */
        private boolean joins(int piece, long at) {
            int first = open.getFirst();
            boolean together = pieces.statement(piece) == pieces.statement(first)
                    && pieces.rank(piece) == pieces.rank(first)
                    && pieces.object(piece) == pieces.object(first);
            return together
                    && !isAlone(piece)
                    && !isAlone(open.getLast())
                    && pieces.align(piece) <= pieces.align(first)
                    && sample.address(piece) - sample.address(first) == at;
        }

        private boolean isAlone(int piece) {
            return pieces.isCommon(piece) || pieces.isContested(piece) || loose.get(piece);
        }

        private void close() {
            if (!open.isEmpty()) {
                int first = open.getFirst();
                String object = pieces.objectName(first);
                built.add(new Block(
                        built.size(),
                        object,
                        Role.of(object, plan),
                        pieces.output(first),
                        pieces.statement(first),
                        pieces.rank(first),
                        open,
                        offsets,
                        pieces.align(first),
                        end));
                open.clear();
                offsets.clear();
            }
        }

        List<Block> finish() {
            close();
            return List.copyOf(built);
        }
    }
}
