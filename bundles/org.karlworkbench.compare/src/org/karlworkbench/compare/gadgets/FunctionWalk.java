package org.karlworkbench.compare.gadgets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.compare.Pairs;
import org.karlworkbench.compare.gadgets.GadgetChange.Cause;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.Rows;

/** Sets the functions of two kernels beside each other: what is born, lost and changed at the same place of each. */
final class FunctionWalk {
    private final GadgetSide a;
    private final GadgetSide b;
    final List<GadgetChange> changes = new ArrayList<>();
    long inFunctions;
    long functions;
    long changed;
    /** Sum over runs of functions that moved together of their gadgets, squared. */
    double squares;

    /** All bits in which functions moved. */
    long moved;

    private long run;
    private long runDistance;

    FunctionWalk(GadgetSide a, GadgetSide b) {
        this.a = a;
        this.b = b;
    }

    void run(Pairs symbols) throws EngineException {
        long done = 0;
        for (int pair = 0; pair < symbols.count(); pair++) {
            int rowA = symbols.rowA(pair);
            int rowB = symbols.rowB(pair);
            if (rowA >= 0 && rowB >= 0 && isFunction(a.layout(), rowA) && isFunction(b.layout(), rowB)) {
                moved |= symbols.distance(pair);
                long from = Math.max(0, done - symbols.addressA(pair));
                if (functions == 0 || from < symbols.size(pair)) {
                    compare(symbols, pair, functions == 0 ? 0 : from);
                    done = symbols.addressA(pair) + symbols.size(pair);
                }
                functions++;
            }
        }
        squares += (double) run * run;
    }

    private static boolean isFunction(Layout layout, int row) {
        Rows rows = layout.symbols();
        return rows.size(row) > 0 && layout.symbolTable().type(rows.source(row)) == Elf.STT_FUNC;
    }

    private void compare(Pairs symbols, int pair, long from) throws EngineException {
        GadgetSection sectionA = a.at(symbols.addressA(pair));
        GadgetSection sectionB = b.at(symbols.addressB(pair));
        if (sectionA == null || sectionB == null) {
            return;
        }
        int startA = sectionA.offset(symbols.addressA(pair));
        int startB = sectionB.offset(symbols.addressB(pair));
        int sizeA = size(sectionA, startA, symbols.size(pair));
        int sizeB = size(sectionB, startB, symbols.sizeB(pair));
        long before = inFunctions;
        for (int at = (int) from; at < Math.max(sizeA, sizeB); at++) {
            int lengthA = at < sizeA ? sectionA.lengths()[startA + at] : 0;
            int lengthB = at < sizeB ? sectionB.lengths()[startB + at] : 0;
            inFunctions += lengthA == 0 ? 0 : 1;
            if (lengthA != 0 && lengthB != 0) {
                changed += same(sectionA, startA + at, lengthA, sectionB, startB + at, lengthB) ? 0 : 1;
            } else if (lengthA != 0) {
                changes.add(change(symbols, pair, at, false, sectionA, startA, sectionB, startB));
            } else if (lengthB != 0) {
                changes.add(change(symbols, pair, at, true, sectionB, startB, sectionA, startA));
            }
        }
        together(symbols.distance(pair), inFunctions - before);
    }

    private static int size(GadgetSection section, int start, long size) {
        return (int) Math.min(size, section.bytes().length - start);
    }

    private static boolean same(GadgetSection a, int startA, int sizeA, GadgetSection b, int startB, int sizeB) {
        return Arrays.equals(a.bytes(), startA, startA + sizeA, b.bytes(), startB, startB + sizeB);
    }

    private void together(long distance, long gadgets) {
        if (distance != runDistance) {
            squares += (double) run * run;
            run = 0;
        }
        runDistance = distance;
        run += gadgets;
    }

    private GadgetChange change(
            Pairs symbols,
            int pair,
            int at,
            boolean born,
            GadgetSection has,
            int start,
            GadgetSection other,
            int otherStart)
            throws EngineException {
        int size = has.lengths()[start + at];
        byte[] bytes = Arrays.copyOfRange(has.bytes(), start + at, start + at + size);
        int end = Math.min(otherStart + at + size, other.bytes().length);
        int differs = Arrays.mismatch(bytes, 0, size, other.bytes(), Math.min(otherStart + at, end), end);
        GadgetSide side = born ? b : a;
        long place = has.address() + start + at + Math.max(differs, 0);
        Found found = cause(side, has.address() + start, place);
        return new GadgetChange(
                born, symbols.object(pair), symbols.name(pair), at, bytes, found.cause(), found.target());
    }

    private record Found(Cause cause, String target) {}

    /** What wrote the first byte that is another one in the other kernel. */
    private static Found cause(GadgetSide side, long function, long place) throws EngineException {
        Rows pieces = side.layout().objects();
        int piece = pieces.at(place);
        if (piece < 0 || !side.knowsFields()) {
            return new Found(Cause.UNKNOWN, "");
        }
        Optional<String> target = side.fields().target(piece, place - pieces.address(piece));
        if (target.isPresent()) {
            return new Found(Cause.RELOCATION, target.get());
        }
        boolean outside = piece != pieces.at(function);
        return new Found(outside ? Cause.NEIGHBOUR : Cause.CONTENT, "");
    }
}
