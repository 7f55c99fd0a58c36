package org.karlworkbench.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.layout.Kind;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/**
 * Decides for each symbol of two kernels whether its content is the same: its bytes, with the fields left out that a kit
 * says are relocated (CLI.md, Figures). Without a kit equal bytes are the same, and code whose differences are addresses
 * ({@link CodeMatch}); other different ones of equal size are unknown.
 */
final class ContentCheck {
    private static final int STEP = 4096;

    private final Side a;
    private final Side b;
    private final Pairs symbols;
    private final Pairs objects;
    private final List<SymbolId> differs = new ArrayList<>();
    private final Set<String> objectsThatDiffer = new HashSet<>();
    private final CodeMatch match;
    private final AddressFields fields;
    private int unknown;

    private ContentCheck(Side a, Side b, Pairs symbols, Pairs objects, Progress progress) {
        this.a = a;
        this.b = b;
        this.symbols = symbols;
        this.objects = objects;
        match = CodeMatch.of(a.layout(), b.layout(), progress::cancelled);
        fields = AddressFields.of(a.layout(), b.layout(), symbols);
    }

    /**
     * What the check found.
     *
     * @param unknown how many symbols could not be decided
     * @param differs what is different
     */
    record Result(int unknown, List<SymbolId> differs) {
        static final Result SAME = new Result(0, List.of());
    }

    static Result check(
            Layout a, Layout b, LoadedKit kitA, LoadedKit kitB, Pairs symbols, Pairs objects, Progress progress)
            throws EngineException {
        try (Side sideA = new Side(a, kitA);
                Side sideB = new Side(b, kitB)) {
            ContentCheck check = new ContentCheck(sideA, sideB, symbols, objects, progress);
            check.checkSymbols(progress);
            check.checkPieces(progress);
            return new Result(check.unknown, check.differs);
        }
    }

    private void checkSymbols(Progress progress) throws EngineException {
        for (int pair = 0; pair < symbols.count(); pair++) {
            if (pair % STEP == 0) {
                progress.checkCancelled();
            }
            if (symbols.rowA(pair) < 0 || symbols.rowB(pair) < 0) {
                objectsThatDiffer.add(symbols.object(pair));
            } else {
                switch (symbol(symbols.rowA(pair), symbols.rowB(pair))) {
                    case SAME -> {}
                    case UNKNOWN -> unknown++;
                    case DIFFERENT -> {
                        differs.add(id(symbols, pair));
                        objectsThatDiffer.add(symbols.object(pair));
                    }
                }
            }
        }
    }

    private Verdict symbol(int rowA, int rowB) throws EngineException {
        Rows rowsA = a.layout().symbols();
        Rows rowsB = b.layout().symbols();
        long size = rowsA.size(rowA);
        if (isBoundElsewhere(rowsA.object(rowA), rowsB.object(rowB))) {
            return a.isAsInKit(rowA) && b.isAsInKit(rowB) ? Verdict.SAME : Verdict.UNKNOWN;
        }
        if (size != rowsB.size(rowB)) {
            return Verdict.DIFFERENT;
        }
        long addressA = a.address(rowA);
        long addressB = b.address(rowB);
        int sectionA = rowsA.sectionIndex(rowA);
        int sectionB = rowsB.sectionIndex(rowB);
        // Labels, zeroed memory, absolute values and what the linker makes are decided by their size.
        boolean made = a.isMade(sectionA) || b.isMade(sectionB);
        if (size == 0 || made || !a.hasBytes(sectionA, addressA, size) || !b.hasBytes(sectionB, addressB, size)) {
            return Verdict.SAME;
        }
        Stretch stretchA = a.stretch(sectionA, addressA);
        Stretch stretchB = b.stretch(sectionB, addressB);
        Verdict verdict = Stretch.compare(stretchA, stretchB, Math.toIntExact(size));
        if (rowsA.kind(rowA) != Kind.FUNCTION || verdict != Verdict.UNKNOWN) {
            return verdict;
        }
        verdict = code(stretchA, addressA, stretchB, addressB, (int) size);
        return verdict == Verdict.DIFFERENT && isNameAlone(rowA) ? Verdict.UNKNOWN : verdict;
    }

    /** Whether a symbol was found by its name where others may have the same: what differs may be another one. */
    private boolean isNameAlone(int rowA) {
        Rows rows = a.layout().symbols();
        return rows.object(rowA).isEmpty() && a.layout().symbolTable().binding(rows.source(rowA)) == Elf.STB_LOCAL;
    }

    /** Without a kit: a disassembler shows what is an address in code. */
    private Verdict code(Stretch stretchA, long addressA, Stretch stretchB, long addressB, int size)
            throws EngineException {
        byte[] codeA = stretchA.copy(size);
        byte[] codeB = stretchB.copy(size);
        if (fields != null && fields.explain(codeA, addressA, codeB, addressB)) {
            return Verdict.SAME;
        }
        return match == null ? Verdict.UNKNOWN : match.compare(codeA, addressA, codeB, addressB);
    }

    /**
     * Whether both kernels took the symbol from another object of the same kit: of several definitions the first in link
     * order counts. Both kernels hold all of them.
     */
    private boolean isBoundElsewhere(String objectA, String objectB) throws EngineException {
        return a.hasSameKit(b) && !objectA.isEmpty() && !objectB.isEmpty() && !objectA.equals(objectB);
    }

    /** Pieces whose difference no symbol shows: most strings and tables have none. */
    private void checkPieces(Progress progress) throws EngineException {
        boolean complete = a.layout().isComplete() && b.layout().isComplete();
        for (int pair = 0; pair < objects.count(); pair++) {
            if (pair % STEP == 0) {
                progress.checkCancelled();
            }
            boolean both = objects.rowA(pair) >= 0 && objects.rowB(pair) >= 0;
            boolean strange = objects.kind(pair) == Kind.OBJECT
                    && objects.size(pair) != 0
                    && (both ? piece(pair) == Verdict.DIFFERENT : complete && !isShared(pair));
            if (strange && !objectsThatDiffer.contains(objects.object(pair))) {
                SymbolId id = id(objects, pair);
                differs.add(new SymbolId(id.object(), objects.section(pair), id.kind(), id.size()));
            }
        }
    }

    private boolean isShared(int pair) {
        return objects.rowA(pair) >= 0 ? a.isShared(objects.rowA(pair)) : b.isShared(objects.rowB(pair));
    }

    private Verdict piece(int pair) throws EngineException {
        Rows rowsA = a.layout().objects();
        Rows rowsB = b.layout().objects();
        int rowA = objects.rowA(pair);
        int rowB = objects.rowB(pair);
        int sectionA = rowsA.sectionIndex(rowA);
        int sectionB = rowsB.sectionIndex(rowB);
        long size = rowsA.size(rowA);
        if (size != rowsB.size(rowB)) {
            return Verdict.DIFFERENT;
        }
        boolean bytes =
                a.hasBytes(sectionA, rowsA.address(rowA), size) && b.hasBytes(sectionB, rowsB.address(rowB), size);
        if (!bytes) {
            return Verdict.SAME;
        }
        Stretch stretchA = a.stretch(sectionA, rowsA.address(rowA));
        return Stretch.compare(stretchA, b.stretch(sectionB, rowsB.address(rowB)), Math.toIntExact(size));
    }

    static SymbolId id(Pairs pairs, int pair) {
        return new SymbolId(pairs.object(pair), pairs.name(pair), pairs.kind(pair), pairs.size(pair));
    }
}
