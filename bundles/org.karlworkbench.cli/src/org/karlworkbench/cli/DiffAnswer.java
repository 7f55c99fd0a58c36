package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.KeptPairs;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.PairsInvariant;
import org.karlworkbench.compare.SizeChange;
import org.karlworkbench.compare.SymbolId;
import org.karlworkbench.compare.gadgets.Gadgets;
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
        Figures figures = comparison.figures();
        json.name("identical").value(figures.identical());
        json.name("sameContent").value(figures.sameContent());
        json.name("functions").value(figures.functions());
        json.name("functionsAtSameAddress").value(figures.functionsAtSameAddress());
        json.name("symbolsMoved").value(figures.symbolsMoved());
        json.name("symbolsFixed").value(figures.symbolsFixed());
        json.name("symbolsOnlyInA").value(figures.symbolsOnlyInA());
        json.name("symbolsOnlyInB").value(figures.symbolsOnlyInB());
        order(json, figures.order().orElse(null));
        pairs(json, figures.pairsInvariant());
        json.name("fixedBytes").value(boxed(figures.fixedBytes()));
        gaps(json, "gapsA", figures.gapsA());
        gaps(json, "gapsB", figures.gapsB());
        json.name("contentUnknown").value(figures.contentUnknown());
        symbols(json, "contentDiffers", figures.contentDiffers());
        symbols(json, "added", figures.added());
        symbols(json, "removed", figures.removed());
        grown(json, figures.grown());
        if (gadgets != null) {
            GadgetAnswer.json(json, gadgets);
        }
        if (rows) {
            DiffRows.json(json, comparison.symbols());
        }
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }

    /** Figures of the order are null where the objects are not known: a number would mean nothing. */
    private static void order(JsonWriter json, OrderFigures order) throws IOException {
        json.name("sameOrder").value(order == null ? null : Boolean.valueOf(order.same()));
        json.name("adjacenciesKept").value(order == null ? null : order.adjacenciesKept());
        json.name("adjacenciesExpected").value(order == null ? null : order.adjacenciesExpected());
        json.name("longestRun").value(order == null ? null : order.longestRun());
        json.name("longestRunExpected").value(order == null ? null : order.longestRunExpected());
        boolean pairs = order != null && order.objects() > 1;
        json.name("kendallTau").value(pairs ? order.kendallTau() : null);
        json.name("kendallTauDeviation").value(pairs ? order.kendallTauDeviation() : null);
    }

    private static void pairs(JsonWriter json, PairsInvariant invariant) throws IOException {
        json.name("pairsInvariant").beginObject();
        pairs(json, "functionFunction", invariant.functionFunction());
        pairs(json, "functionVariable", invariant.functionVariable());
        pairs(json, "variableVariable", invariant.variableVariable());
        json.endObject();
    }

    private static void pairs(JsonWriter json, String name, KeptPairs pairs) throws IOException {
        json.name(name).beginObject();
        json.name("kept").value(pairs.kept());
        json.name("pairs").value(pairs.pairs());
        JsonAnswer.number(json, "expectedByBlocks", pairs.expectedByBlocks());
        JsonAnswer.number(json, "expectedByChance", pairs.expectedByChance());
        JsonAnswer.number(json, "deviation", pairs.deviation());
        json.endObject();
    }

    private static void grown(JsonWriter json, List<SizeChange> grown) throws IOException {
        json.name("grown").beginArray();
        for (SizeChange each : grown) {
            json.beginObject();
            json.name("object")
                    .value(
                            each.symbol().object().isEmpty()
                                    ? null
                                    : each.symbol().object());
            json.name("name").value(each.symbol().name());
            json.name("kind").value(each.symbol().kind().label());
            json.name("sizeA").value(each.symbol().size());
            json.name("sizeB").value(each.sizeB());
            json.name("change").value(each.change());
            json.endObject();
        }
        json.endArray();
    }

    private static void gaps(JsonWriter json, String name, Map<String, Long> gaps) throws IOException {
        json.name(name).beginObject();
        for (var each : gaps.entrySet()) {
            json.name(each.getKey()).value(each.getValue());
        }
        json.endObject();
    }

    private static void symbols(JsonWriter json, String name, List<SymbolId> symbols) throws IOException {
        json.name(name).beginArray();
        for (SymbolId symbol : symbols) {
            json.beginObject();
            json.name("object").value(symbol.object().isEmpty() ? null : symbol.object());
            json.name("name").value(symbol.name());
            json.name("kind").value(symbol.kind().label());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    public void print(PrintWriter out) {
        if (csv) {
            DiffRows.csv(out, comparison.symbols());
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
