package org.karlworkbench.compare.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.compare.blocks.Drawing;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.linker.LinkedColumns;
import org.karlworkbench.linker.LinkedLayout;
import org.karlworkbench.linker.LinkedNames;

/**
 * Measures what the randomness of a kit and a recipe is worth: probabilities from a model, which many draws check, and
 * Shannon's figures from the draws.
 */
public final class Laboratory {
    private static final int FIRST_STAGE = 1_000;
    private static final int STAGE = 10;

    private final LabRequest request;
    private final Drawing drawing;
    private final LinkedNames names;
    private final Blocks blocks;
    private final Watch watch;
    private final List<Shuffle> shuffles;
    private final Draw first;
    private final LinkedLayout firstLayout;
    private final List<LabResult.Residue> residue = new ArrayList<>();

    private Laboratory(LabRequest request) throws EngineException {
        this.request = request;
        names = request.linker().names();
        drawing = Drawing.of(request.linker(), request.kit(), request.recipe());
        blocks = Blocks.of(drawing);
        shuffles = Orders.isFree(request.kit(), request.recipe()) ? Shuffle.all(blocks) : List.of();
        first = drawing.draw(request.seed().of(1));
        firstLayout = drawing.layout(first);
        watch = new Watch(blocks, shuffles, names, firstLayout);
    }

    /**
     * Runs.
     *
     * @param request what is wanted
     * @param progress told of three phases. When it is cancelled, the result is that of the draws so far, without the model
     *     that would take time
     * @return the figures
     * @throws EngineException as a relink with the built-in linker, but for what only bytes or disks show
     */
    public static LabResult run(LabRequest request, Progress progress) throws EngineException {
        long begun = System.nanoTime();
        return new Laboratory(request).run(progress, begun);
    }

    /** Hears of results on the way. */
    public interface Watcher {
        /**
         * A result of part of the draws is there.
         *
         * @throws EngineException ends the run
         */
        void soFar(LabResult result) throws EngineException;
    }

    /**
     * Runs, and tells results of ever more of the same draws on the way: of 1,000, of 10,000 and so on, while ten times as
     * many are wanted. That costs a ninth more draws.
     *
     * @param request what is wanted
     * @param progress as for {@link #run}; when it is cancelled, the result is that of the most draws that were made
     * @param watcher told of each result on the way, of which {@link LabResult#planned} is what was asked for
     * @return the figures, the same as those of {@link #run}
     * @throws EngineException as {@link #run}
     */
    public static LabResult runInStages(LabRequest request, Progress progress, Watcher watcher) throws EngineException {
        int wanted = request.count();
        int count = wanted >= FIRST_STAGE * STAGE ? FIRST_STAGE : wanted;
        LabResult most = null;
        try {
            while (true) {
                LabResult made = run(request.ofCount(count), progress);
                most = most == null || made.layouts() > most.layouts() ? made.ofPlanned(wanted) : most;
                if (count == wanted || progress.cancelled()) {
                    return most;
                }
                watcher.soFar(most);
                count = wanted / STAGE >= count * STAGE ? count * STAGE : wanted;
            }
        } catch (CancellationException e) {
            if (most == null) {
                throw e;
            }
            return most;
        }
    }

    /**
     * About how long the draws of a run would take, by placing a few.
     *
     * @param request what is wanted
     * @param progress asked for cancel
     * @return milliseconds on this machine
     * @throws EngineException as {@link #run}
     * @throws CancellationException if it was cancelled
     */
    public static long estimateMillis(LabRequest request, Progress progress) throws EngineException {
        Laboratory laboratory = new Laboratory(request);
        int tried = 2 * Batch.ROWS;
        Progress asked = Progress.silent(progress::cancelled);
        laboratory.draw(tried, request.seed().of(0), asked);
        long begun = System.nanoTime();
        laboratory.draw(tried, request.seed().of(0), asked);
        progress.checkCancelled();
        double each = (System.nanoTime() - begun) / (double) tried;
        return TimeUnit.NANOSECONDS.toMillis((long) (each * request.count()));
    }

    private Sample draw(int count, Seed seed, Progress progress) throws EngineException {
        int[] counted = IntStream.range(0, blocks.all().size())
                .filter(i -> blocks.all().get(i).isBody())
                .toArray();
        return Sample.of(drawing, watch, seed, count, new PageCounts(counted, drawing.page()), progress);
    }

    private LabResult run(Progress progress, long begun) throws EngineException {
        GapTable table = GapTable.of(request.kit(), request.recipe());
        Sample sample = draw(request.count(), request.seed(), progress);
        if (sample.layouts() == request.count()) {
            try {
                return figures(table, sample, true, progress, begun);
            } catch (CancellationException _) {
                residue.clear(); // what was drawn is worth its figures
            }
        }
        sample.shorten();
        return figures(table, sample, false, Progress.NONE, begun);
    }

    private LabResult figures(GapTable table, Sample sample, boolean modelled, Progress progress, long begun)
            throws EngineException {
        GapEffects effects =
                new GapEffects(drawing, table, watch, modelled ? unshuffled() : new int[0], first, progress);
        Places places = new Places(effects, sample);
        BlockPlaces placed = new BlockPlaces(blocks, modelled ? shuffles : List.of(), names, places, sample);
        SymbolTable symbols = new SymbolTable(names, blocks, sample, request.grain(), drawing.page());
        Checks checks = new Checks(sample.pages(), drawing.page());
        Residues residues = new Residues(blocks, drawing.page());
        int[] counted = counted();
        placed.each(
                (block, likely) -> {
                    symbols.add(block, likely);
                    addResidue(block, likely, symbols, residues);
                    if (counted[block.number()] >= 0 && likely instanceof Likely.Known known) {
                        checks.add(counted[block.number()], known.pmf());
                    }
                },
                progress);
        addBound(places, symbols, residues);
        List<LabResult.SectionFigures> sections = sections(places, residues);
        residue.sort(Comparator.comparingDouble(each -> -each.guessing().guess1()));
        List<LabResult.SymbolFigures> rows = symbols.rows();
        return new LabResult(
                request.kit().plan().config(),
                request.kit().digest(),
                sample.layouts(),
                request.count(),
                sample.kept(),
                request.grain(),
                drawing.page(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                table.entropies(),
                Orders.entropy(request.kit(), request.recipe()),
                Seed.BYTES * Byte.SIZE,
                Orders.ORIGINAL_CAP_BITS,
                Math.log(sample.kept()) / Math.log(2),
                blockRows(),
                rows,
                sections,
                List.copyOf(residue),
                modelled ? placed.notes() : cancelled(),
                checks.results(),
                attack(rows),
                Pictured.growth(sample, blocks),
                Pictured.heat(sample, blocks));
    }

    private List<LabResult.ModelNote> cancelled() {
        return shuffles.stream()
                .map(each -> new LabResult.ModelNote(
                        names.section(each.output()), each.runs().size(), Basis.DRAWS, 1, "it was cancelled"))
                .toList();
    }

    /** All marks but the blocks of the body, which are known by their shuffles where there are some. */
    private int[] unshuffled() {
        return IntStream.range(0, watch.count())
                .filter(mark -> shuffles.isEmpty()
                        || mark >= blocks.all().size()
                        || !blocks.all().get(mark).isBody())
                .toArray();
    }

    /** The index of each block among those that are counted by page, or -1. */
    private int[] counted() {
        int[] index = new int[blocks.all().size()];
        int next = 0;
        for (Block block : blocks.all()) {
            index[block.number()] = block.isBody() ? next++ : -1;
        }
        return index;
    }

    private void addResidue(Block block, Likely likely, SymbolTable symbols, Residues residues) {
        if (symbols.of(block).length == 0 || !likely.isSurely(Residues.LEAST)) {
            return;
        }
        String reason = residues.reason(block, likely);
        for (int symbol : symbols.of(block)) {
            LabResult.SymbolFigures figures = symbols.of(symbol);
            residue.add(new LabResult.Residue(
                    figures.name(), figures.object(), figures.kind(), reason, likely.basis(), figures.exact()));
        }
    }

    private void addBound(Places places, SymbolTable symbols, Residues residues) {
        for (int i = 0; i < watch.symbols().length; i++) {
            Likely place = places.of(watch.symbol(i));
            symbols.addBound(watch.symbols()[i], watch.symbol(i), place);
            if (place.isSurely(Residues.LEAST)) {
                String name = names.symbol(watch.symbols()[i]);
                String reason = residues.reason(place, false);
                residue.add(new LabResult.Residue(name, "", "script", reason, place.basis(), place.guessing(0, 1)));
            }
        }
    }

    private List<LabResult.SectionFigures> sections(Places places, Residues residues) {
        List<LabResult.SectionFigures> rows = new ArrayList<>();
        LinkedColumns sections = firstLayout.sections();
        for (int i = 0; i < sections.count(); i++) {
            int output = sections.numbers()[i];
            String name = names.section(output);
            Likely place = places.of(watch.section(output));
            Guessing start = place.guessing(0, 1);
            int contributors = blocks.contributors(output).size();
            rows.add(new LabResult.SectionFigures(name, contributors, place.basis(), start));
            if (place.isSurely(Residues.LEAST)) {
                String reason = residues.reason(place, true);
                residue.add(new LabResult.Residue(name, "", "section", reason, place.basis(), start));
            }
        }
        return List.copyOf(rows);
    }

    private List<LabResult.BlockRow> blockRows() {
        return blocks.all().stream()
                .map(each ->
                        new LabResult.BlockRow(each.number(), each.object(), names.section(each.output()), each.size()))
                .toList();
    }

    private LabResult.Attack attack(List<LabResult.SymbolFigures> rows) {
        LabResult.SymbolFigures[] functions = rows.stream()
                .filter(each ->
                        each.isFunction() && blocks.all().get(each.block()).isBody())
                .sorted(Comparator.comparingDouble(each -> each.exact().guess1()))
                .toArray(LabResult.SymbolFigures[]::new);
        if (functions.length == 0) {
            return null;
        }
        LabResult.SymbolFigures typical = functions[functions.length / 2];
        LabResult.SymbolFigures worst = functions[functions.length - 1];
        return new LabResult.Attack(typical.exact(), typical.name(), worst.exact(), worst.name());
    }
}
