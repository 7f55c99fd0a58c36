package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.KeptPairs;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.report.ComparisonJson;
import org.karlworkbench.compare.report.ComparisonTable;
import org.karlworkbench.elf.Printable;

/**
 * What {@code karl diff} answers.
 *
 * @param comparison the two kernels beside each other
 * @param gadgets what is known of their gadgets, or null where nobody asked
 * @param csv whether to print all symbols as comma-separated values
 * @param rows whether JSON holds all symbols
 */
record DiffAnswer(Comparison comparison, Gadgets gadgets, boolean csv, boolean rows) implements Answer {
    private static final int MOST_NAMES = 20;

    @Override
    public int status() {
        Figures figures = comparison.figures();
        boolean same = figures.sameContent()
                && figures.added().isEmpty()
                && figures.removed().isEmpty();
        return same ? Karl.DONE : Karl.NO;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        ComparisonJson.write(comparison, gadgets, rows, json);
    }

    @Override
    public void print(PrintWriter out) {
        if (csv) {
            out.print(ComparisonTable.text(comparison));
            return;
        }
        Figures figures = comparison.figures();
        out.println("content    " + content(figures));
        out.println("symbols    " + figures.symbolsMoved() + " moved, " + figures.symbolsFixed() + " not moved, "
                + figures.symbolsOnlyInA() + " only in A, " + figures.symbolsOnlyInB() + " only in B");
        out.println("functions  " + figures.functionsAtSameAddress() + " of " + figures.functions()
                + " at the same address");
        figures.order().ifPresent(order -> print(out, order));
        pairs(out, "functions with functions", figures.pairsInvariant().functionFunction());
        pairs(out, "functions with variables", figures.pairsInvariant().functionVariable());
        pairs(out, "variables with variables", figures.pairsInvariant().variableVariable());
        out.println("gaps in A  " + figures.gapsA());
        out.println("gaps in B  " + figures.gapsB());
        list(out, "only in A  ", figures.removed());
        list(out, "only in B  ", figures.added());
        list(out, "differs    ", figures.contentDiffers());
        figures.grown().stream()
                .limit(MOST_NAMES)
                .forEach(each ->
                        out.println("size       " + Printable.of(each.symbol().name()) + " "
                                + each.symbol().size() + " to " + each.sizeB() + " bytes"));
        if (gadgets != null) {
            GadgetAnswer.print(out, gadgets);
        }
    }

    private static String content(Figures figures) {
        if (figures.identical()) {
            return "the same, byte for byte";
        }
        if (figures.sameContent()) {
            return "the same, but for order, gaps and relocated fields";
        }
        return figures.contentDiffers().size() + " differ, " + figures.contentUnknown() + " could not be decided";
    }

    private static void print(PrintWriter out, OrderFigures order) {
        out.printf(
                Locale.ROOT,
                "order      %d objects: %d adjacencies kept (%.2f by chance), longest run %d (%.1f by chance), "
                        + "Kendall's tau %.4f (0 by chance, sigma %.4f)%n",
                order.objects(),
                order.adjacenciesKept(),
                order.adjacenciesExpected(),
                order.longestRun(),
                order.longestRunExpected(),
                order.kendallTau(),
                order.kendallTauDeviation());
    }

    private static void pairs(PrintWriter out, String what, KeptPairs pairs) {
        if (pairs.pairs() > 0) {
            out.println("distances  " + pairs.kept() + " of " + pairs.pairs() + " pairs of " + what + " kept"
                    + (pairs.expectedByBlocks().isEmpty()
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", %.0f by blocks",
                                    pairs.expectedByBlocks().getAsDouble()))
                    + GadgetAnswer.chance(pairs.expectedByChance(), pairs.deviation(), pairs.sigma()));
        }
    }

    private static void list(PrintWriter out, String label, List<SymbolId> symbols) {
        symbols.stream()
                .limit(MOST_NAMES)
                .forEach(symbol -> out.println(label + Printable.of(symbol.name() + "  " + symbol.object())));
        if (symbols.size() > MOST_NAMES) {
            out.println(label + "and " + (symbols.size() - MOST_NAMES) + " more, see --json");
        }
    }
}
