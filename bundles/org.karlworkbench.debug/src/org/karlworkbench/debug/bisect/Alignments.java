package org.karlworkbench.debug.bisect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.linker.LinkedLayout;

/**
 * A function or variable lies at an address with a residue, or not at a multiple. Of what lies in one piece only the first
 * symbol at each distance counts: the others move with it.
 */
final class Alignments implements Family {
    private static final long LEAST = 8;

    private final Layouts layouts;
    private final List<Alignment> conditions = new ArrayList<>();

    /** Symbols of one piece whose addresses have always the same residue. */
    private record Alike(int piece, long modulus, long offset) {}

    Alignments(Layouts layouts, LinkedLayout good, LinkedLayout bad) {
        this.layouts = layouts;
        Set<Alike> seen = new HashSet<>();
        for (long modulus = LEAST; modulus <= layouts.page(); modulus <<= 1) {
            for (int symbol = 0; symbol < layouts.names().symbolLimit(); symbol++) {
                if (layouts.isNamed(symbol)) {
                    add(symbol, modulus, layouts.address(good, symbol), layouts.address(bad, symbol), seen);
                }
            }
        }
    }

    /** Where it lay at a multiple and worked it may need that; else it may be the residue that it has now. */
    private void add(int symbol, long modulus, long good, long bad, Set<Alike> seen) {
        long residue = bad & (modulus - 1);
        long before = good & (modulus - 1);
        int piece = layouts.names().pieceOf(symbol);
        if (residue == before) {
            return;
        }
        boolean multiple = before == 0;
        long offset = multiple ? layouts.names().offset(symbol) & (modulus - 1) : -1;
        if (multiple && seen.add(new Alike(piece, modulus, offset))) {
            conditions.add(new Alignment(layouts, symbol, modulus, 0, true));
        }
        if (seen.add(new Alike(piece, modulus, -1))) {
            conditions.add(new Alignment(layouts, symbol, modulus, residue, false));
        }
    }

    @Override
    public int count() {
        return conditions.size();
    }

    @Override
    public BitSet holding(Draw draw, LinkedLayout layout) {
        BitSet holding = new BitSet();
        for (int i = 0; i < conditions.size(); i++) {
            holding.set(i, conditions.get(i).holds(layout));
        }
        return holding;
    }

    @Override
    public Condition condition(int number) {
        return conditions.get(number);
    }
}
