package org.karlworkbench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/**
 * Whether a kernel was linked from a kit at all. It was not when it has a function that no object has. An object disagrees
 * when the kernel lacks one of its global functions, or has it in another size, and the section that holds it is nowhere
 * in the kernel: flipped bits change the one or the other.
 */
final class Belonging {
    /** How many disagreeing objects a message names. */
    private static final int NAMED = 8;

    private final ElfFile kernel;
    private final LoadedKit kit;
    private final Board board;
    private final KitJoin join;

    Belonging(ElfFile kernel, LoadedKit kit, Board board, KitJoin join) {
        this.kernel = kernel;
        this.kit = kit;
        this.board = board;
        this.join = join;
    }

    /**
     * Refuses a kernel for another machine.
     *
     * @throws EngineException with code {@code wrong-kit}
     */
    static void requireSameMachine(ElfFile kernel, LoadedKit kit) throws EngineException {
        ElfHeader own = kit.objects().getFirst().header();
        ElfHeader header = kernel.header();
        if (header.machine() != own.machine() || header.is64() != own.is64() || header.order() != own.order()) {
            throw wrong(
                    kernel,
                    "e_machine",
                    "is for machine " + header.machine() + ", and the kit's objects are for machine " + own.machine(),
                    kit);
        }
    }

    /**
     * Refuses a kernel with functions that no object has. What linkers add has no size or is local.
     *
     * @throws EngineException with code {@code wrong-kit}
     */
    static void requireNothingForeign(ElfFile kernel, LoadedKit kit, KitJoin join) throws EngineException {
        Symbols symbols = join.kernel();
        List<String> foreign = IntStream.range(1, symbols.count())
                .filter(i -> isFunction(symbols, i) && !join.isInKit(join.name(i)))
                .mapToObj(symbols::name)
                .distinct()
                .map(name -> "no object has " + name)
                .toList();
        requireNone(foreign, kernel, kit);
    }

    /**
     * Refuses a kernel with which objects of the kit disagree. Called when pieces were looked for by their content too.
     *
     * @throws EngineException with code {@code wrong-kit}
     */
    void require() throws EngineException {
        List<String> disagree = new ArrayList<>();
        for (int object = 0; object < kit.objects().size(); object++) {
            String reason = kernel.symbols().count() == 0 ? null : disagreement(object);
            if (reason != null) {
                disagree.add(reason);
            }
        }
        requireNone(disagree, kernel, kit);
        if (kernel.symbols().count() == 0) {
            requireMostPlaced();
        }
    }

    private static void requireNone(List<String> disagree, ElfFile kernel, LoadedKit kit) throws EngineException {
        if (!disagree.isEmpty()) {
            List<String> named = disagree.subList(0, Math.min(NAMED, disagree.size()));
            String more = disagree.size() > NAMED ? " and " + (disagree.size() - NAMED) + " more" : "";
            throw wrong(kernel, null, "was not linked from this kit: " + String.join(", ", named) + more, kit);
        }
    }

    static boolean isFunction(Symbols symbols, int i) {
        return symbols.binding(i) == Elf.STB_GLOBAL
                && symbols.type(i) == Elf.STT_FUNC
                && symbols.isInSection(i)
                && symbols.size(i) != 0;
    }

    private String disagreement(int number) throws EngineException {
        ObjectFile object = kit.objects().get(number);
        Symbols own = object.symbols();
        for (int i = 1; i < own.count(); i++) {
            if (isCertain(number, own, i)) {
                int found = join.found(number, i);
                boolean missing = found < 0 || !join.kernel().isInSection(found);
                boolean other = !missing && join.kernel().size(found) != own.size(i);
                if ((missing || other) && !isThere(number, own.section(i))) {
                    String size = missing ? "is not in the kernel" : "has another size in the kernel";
                    return object.name() + " (" + own.name(i) + " " + size + ")";
                }
            }
        }
        return null;
    }

    /** Whether a kernel of this kit has to have a symbol: a function that no other object defines. */
    private boolean isCertain(int number, Symbols own, int i) {
        if (!isFunction(own, i)) {
            return false;
        }
        int piece = board.pieces().number(number, own.section(i));
        return board.isWanted(piece) && !board.isShared(piece) && board.home(piece) >= 0;
    }

    private boolean isThere(int number, int section) throws EngineException {
        int piece = board.pieces().number(number, section);
        return board.isSettled(piece) && board.matches(piece, board.region(piece), board.offset(piece));
    }

    /** Without symbols the code itself has to be there, for the most part. */
    private void requireMostPlaced() throws EngineException {
        long lost = 0;
        for (int piece : board.open()) {
            lost += board.sections(piece).isExecutable(board.section(piece)) ? board.size(piece) : 0;
        }
        long there = 0;
        for (int[] placed : board.placed()) {
            for (int piece : placed) {
                there += board.sections(piece).isExecutable(board.section(piece)) ? board.size(piece) : 0;
            }
        }
        if (there < lost) {
            throw wrong(
                    kernel,
                    null,
                    "has no symbols, and only " + there + " of " + (there + lost) + " bytes of the kit's code",
                    kit);
        }
    }

    private static EngineException wrong(ElfFile kernel, String place, String problem, LoadedKit kit) {
        return new EngineException(
                "wrong-kit",
                kernel.name(),
                place,
                problem,
                "give the kit from which it was linked, not " + kit.origin());
    }
}
