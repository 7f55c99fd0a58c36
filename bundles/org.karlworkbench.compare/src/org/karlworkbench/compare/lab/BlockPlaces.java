package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.linker.LinkedNames;

/** What is known of where each block lies: by the model of its shuffle, else by the gaps' effects, else by the draws. */
final class BlockPlaces {
    /** So many draws are held against the model piece by piece. */
    private static final int DRAWS_HELD = 64;

    private final Blocks blocks;
    private final List<Shuffle> shuffles;
    private final LinkedNames names;
    private final Places places;
    private final Sample sample;
    private final List<LabResult.ModelNote> notes = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param shuffles those in which every order is equally likely; blocks of none of them are known by places
     */
    BlockPlaces(Blocks blocks, List<Shuffle> shuffles, LinkedNames names, Places places, Sample sample) {
        this.blocks = blocks;
        this.shuffles = shuffles;
        this.names = names;
        this.places = places;
        this.sample = sample;
    }

    /** How each shuffle was treated. */
    List<LabResult.ModelNote> notes() {
        return List.copyOf(notes);
    }

    /**
     * Tells of every block what is known of it. Those with one distribution come one behind the other, so that distributions
     * need not be kept.
     */
    void each(BiConsumer<Block, Likely> told, Progress progress) {
        BitSet done = new BitSet();
        progress.begin("computing probabilities", shuffles.size());
        for (int i = 0; i < shuffles.size(); i++) {
            progress.checkCancelled();
            each(i, told, done, progress);
            progress.worked(1);
        }
        for (Block block : blocks.all()) {
            if (!done.get(block.number())) {
                told.accept(block, places.of(block.number()));
            }
        }
    }

    private void each(int number, BiConsumer<Block, Likely> told, BitSet done, Progress progress) {
        Shuffle shuffle = shuffles.get(number);
        int mark = sample.watch().start(number);
        String section = names.section(shuffle.output());
        Likely begin = places.of(mark);
        ShuffleModel model =
                begin instanceof Likely.Known known ? ShuffleModel.of(shuffle, known.pmf(), progress) : null;
        if (model == null || !holds(model, mark)) {
            String why =
                    model == null ? "its addresses are too many" : "the script aligns what the model does not know";
            notes.add(new LabResult.ModelNote(section, shuffle.runs().size(), Basis.DRAWS, 1, why));
            return;
        }
        Basis basis = begin.basis().and(model.isExact() ? Basis.EXACT : Basis.ORDERS);
        double counted = tell(shuffle, model, basis, told, done, progress);
        double drawn = begin.basis() == Basis.DRAWS ? 1 / Math.sqrt(sample.kept()) : 0; // of where it begins
        double error = Math.min(1, Math.hypot(counted, drawn));
        notes.add(new LabResult.ModelNote(section, shuffle.runs().size(), basis, error, why(model, begin)));
    }

    private static String why(ShuffleModel model, Likely begin) {
        if (begin.basis() != Basis.EXACT) {
            return "where it begins depends on more than the gaps";
        }
        if (model.isExact()) {
            return "";
        }
        return model.isRigid() ? "too many sums to compute" : "padding for alignment depends on the order";
    }

    private boolean holds(ShuffleModel model, int mark) {
        for (int draw = 0; draw < Math.min(DRAWS_HELD, sample.kept()); draw++) {
            if (!model.holds(sample.draw(draw), sample.mark(draw, mark))) {
                return false;
            }
        }
        return true;
    }

    private static double tell(
            Shuffle shuffle,
            ShuffleModel model,
            Basis basis,
            BiConsumer<Block, Likely> told,
            BitSet done,
            Progress progress) {
        List<Integer> runs = IntStream.range(0, shuffle.runs().size())
                .boxed()
                .sorted(Comparator.comparingInt(model::likeness))
                .toList();
        Likely.Known known = null;
        int likeness = -1;
        double error = 0;
        for (int number : runs) {
            if (model.likeness(number) != likeness) {
                progress.checkCancelled();
                likeness = model.likeness(number);
                known = new Likely.Known(model.of(number), basis);
                error = Math.max(error, model.error(number, known.guessing(0, 1).guess1()));
            }
            Shuffle.Run run = shuffle.runs().get(number);
            for (int i = 0; i < run.blocks().size(); i++) {
                int block = i;
                Likely own = i == 0
                        ? known
                        : new Likely.Known(known.pmf().map(begin -> ShuffleModel.address(run, block, begin)), basis);
                told.accept(run.blocks().get(i), own);
                done.set(run.blocks().get(i).number());
            }
        }
        return error;
    }
}
