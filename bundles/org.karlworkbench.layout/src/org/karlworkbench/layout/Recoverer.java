package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LinkedBy;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** Recovers a draw step by step: places from symbols, then by content, then by the linker's own arithmetic. */
final class Recoverer {
    /** What one pass of tiling settles can help the next one; chains of them are short. */
    private static final int PASSES = 8;

    private final ElfFile kernel;
    private final LoadedKit kit;
    private final Progress progress;
    private final List<ObjectFile> objects;
    private final int bodyFrom;
    private final int bodyTo;
    /** The link order as far as it is known by now, and what of it is certain. */
    private ObjectOrder order;

    private Precedence precedence;

    Recoverer(ElfFile kernel, LoadedKit kit, Progress progress) {
        this.kernel = kernel;
        this.kit = kit;
        this.progress = progress;
        objects = kit.objects();
        bodyFrom = count(kit.plan().head());
        bodyTo = bodyFrom + count(kit.plan().body());
    }

    private int count(List<String> names) {
        return (int) names.stream().filter(name -> kit.object(name) != null).count();
    }

    Recovery run() throws EngineException {
        progress.begin("recover", PASSES + 2);
        Belonging.requireSameMachine(kernel, kit);
        LinkedBy linker = LinkedBy.of(kernel);
        SymbolPlaces symbols = SymbolPlaces.settled(kernel, kit);
        Belonging.requireNothingForeign(kernel, kit, symbols.join());
        Board board = new Board(kernel, kit, symbols);
        Belonging belonging = new Belonging(kernel, kit, board, symbols.join());
        SharedPieces shared = new SharedPieces(board, symbols.join());
        shared.find();
        progress.worked(1);
        new ContentSearch(board).run(progress);
        progress.worked(1);
        OrderEvidence evidence = new OrderEvidence(board, symbols, linker);
        tile(board, evidence);
        belonging.require();
        shared.own(object -> object < bodyFrom || object >= bodyTo ? object : bodyFrom + order.rank(object - bodyFrom));
        GapSizes gaps = new GapSizes(kernel, kit, board, precedence, bodyFrom, symbols);
        Map<String, String> doubts = new Doubts(board, order, precedence, bodyFrom, linker).reasons();
        List<Recovery.Before> told = new ArrayList<>();
        order.forEachPair((before, next) -> told.add(new Recovery.Before(name(before), name(next))));
        evidence.guess(order, bodyFrom, bodyTo);
        return result(board, told, doubts, gaps);
    }

    /** Lays what is certain until nothing more is; only then what merely fits. */
    private void tile(Board board, OrderEvidence evidence) throws EngineException {
        References references = new References(board);
        long told = -1;
        boolean strict = true;
        for (int pass = 0; pass < PASSES; pass++) {
            progress.checkCancelled();
            progress.worked(1);
            boolean news = board.told() != told;
            board.learnHomes();
            boolean referred = news && references.run();
            if (news) {
                order(evidence);
            }
            told = board.told();
            boolean laid = new Tiling(board, order, precedence, bodyFrom, bodyTo).fill(strict);
            if (!referred && !laid && !strict) {
                return;
            }
            strict = referred || laid;
        }
        order(evidence);
    }

    private void order(OrderEvidence evidence) throws EngineException {
        order = evidence.order(bodyFrom, bodyTo);
        precedence = new Precedence(order, bodyFrom, bodyTo);
    }

    private Recovery result(Board board, List<Recovery.Before> told, Map<String, String> doubts, GapSizes gaps)
            throws EngineException {
        Map<String, String> unplaced = unplaced(board);
        Map<String, String> reasons = new LinkedHashMap<>(doubts);
        reasons.putAll(unplaced);
        return new Recovery(
                Arrays.stream(new EmptySections(board, order, bodyFrom).settle())
                        .mapToObj(this::name)
                        .toList(),
                gaps.least(),
                gaps.slack(),
                gaps.endboot(),
                told,
                gaps.places(),
                new ArrayList<>(unplaced.keySet()),
                new ArrayList<>(doubts.keySet()),
                reasons);
    }

    private String name(int object) {
        return objects.get(bodyFrom + object).name();
    }

    /** Objects with a section that the kernel has to have, since it has others of that name, and that was not found. */
    private static Map<String, String> unplaced(Board board) {
        Map<String, String> unplaced = new LinkedHashMap<>();
        for (int piece : board.open()) {
            if (board.home(piece) >= 0 && !board.isShared(piece)) {
                String object = board.objects().get(board.object(piece)).name();
                unplaced.putIfAbsent(object, board.name(piece) + " was not found in the kernel");
            }
        }
        return unplaced;
    }
}
