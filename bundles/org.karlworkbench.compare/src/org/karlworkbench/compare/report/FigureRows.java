package org.karlworkbench.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.KeptPairs;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.gadgets.Both;
import org.karlworkbench.compare.gadgets.GadgetFigures;

/** The figures of a comparison, each beside what two fair draws would give. */
final class FigureRows {
    private FigureRows() {}

    static List<FigureRow> of(Figures figures) {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(FigureRow.plain(
                "functions at the same address",
                figures.functionsAtSameAddress() + " of " + figures.functions(),
                "what an attacker finds in both without knowing anything"));
        rows.add(FigureRow.plain(
                "symbols",
                figures.symbolsMoved() + " moved, " + figures.symbolsFixed() + " not",
                figures.symbolsOnlyInA() + " are in A only, " + figures.symbolsOnlyInB() + " in B only"));
        figures.order().ifPresent(order -> order(rows, order));
        pairs(rows, "pairs of functions", figures.pairsInvariant().functionFunction());
        pairs(rows, "functions with variables", figures.pairsInvariant().functionVariable());
        pairs(rows, "pairs of variables", figures.pairsInvariant().variableVariable());
        figures.fixedBytes()
                .ifPresent(bytes -> rows.add(FigureRow.plain(
                        "fixed bytes", bytes, "bytes of objects that lie at the same address in both")));
        figures.gapsA()
                .forEach((name, size) -> rows.add(FigureRow.plain(
                        "gap " + name,
                        known(size) + " and " + known(figures.gapsB().get(name)),
                        "bytes of random padding in A and in B")));
        rows.add(FigureRow.plain(
                "content unknown",
                figures.contentUnknown(),
                "symbols of which nobody can say whether they are the same"));
        return rows;
    }

    private static String known(Long size) {
        return size == null ? "unknown" : size.toString();
    }

    private static void order(List<FigureRow> rows, OrderFigures order) {
        OptionalDouble adjacent = OptionalDouble.of(order.adjacenciesExpected());
        rows.add(FigureRow.of(
                "adjacencies kept",
                order.adjacenciesKept(),
                adjacent,
                OptionalDouble.of(Math.sqrt(order.adjacenciesExpected())),
                "objects that follow upon the same object in both"));
        rows.add(FigureRow.of(
                "longest run",
                order.longestRun(),
                OptionalDouble.of(order.longestRunExpected()),
                OptionalDouble.of(order.longestRunDeviation()),
                "the most objects that stand in the same order in both, others between them"));
        if (order.objects() > 1) {
            rows.add(FigureRow.of(
                    "Kendall's tau",
                    order.kendallTau(),
                    OptionalDouble.of(0),
                    OptionalDouble.of(order.kendallTauDeviation()),
                    "1 for the same order, -1 for the reverse"));
        }
    }

    private static void pairs(List<FigureRow> rows, String name, KeptPairs pairs) {
        OptionalDouble blocks = pairs.expectedByBlocks();
        OptionalDouble chance = pairs.expectedByChance();
        OptionalDouble mean = chance.isPresent() && blocks.isPresent()
                ? OptionalDouble.of(blocks.getAsDouble() + chance.getAsDouble())
                : OptionalDouble.empty();
        rows.add(FigureRow.of(
                name + " that keep their distance",
                pairs.kept(),
                mean,
                pairs.deviation(),
                "of " + pairs.pairs() + ": one leaked pointer gives away the other"
                        + (blocks.isPresent()
                                ? "; " + FigureRow.number(blocks.getAsDouble()) + " lie in one block"
                                : "")));
    }

    static List<FigureRow> of(GadgetFigures figures) {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(both("candidates", figures.candidates(), "short sequences that end where an attacker may lead"));
        figures.intended()
                .ifPresent(some -> rows.add(both("intended", some, "begin at an instruction of the compiler")));
        figures.unintended().ifPresent(some -> rows.add(both("unintended", some, "begin inside of an instruction")));
        figures.overRelocated()
                .ifPresent(some -> rows.add(both("over relocated fields", some, "touch what the linker writes")));
        figures.born()
                .ifPresent(count ->
                        rows.add(FigureRow.plain("born", count, "in B only, at the same place of their function")));
        figures.lost()
                .ifPresent(count ->
                        rows.add(FigureRow.plain("lost", count, "in A only, at the same place of their function")));
        rows.add(FigureRow.of(
                "survivors",
                figures.survivors(),
                figures.survivorsByChance(),
                figures.survivorsDeviation(),
                "at the same address with the same bytes in both"));
        if (!Double.isNaN(figures.contentInCommon())) {
            rows.add(FigureRow.plain(
                    "content in common",
                    FigureRow.number(100 * figures.contentInCommon()) + " %",
                    "in both, wherever: the order hides gadgets and does not remove them"));
        }
        figures.byRegion()
                .forEach((region, each) -> rows.add(new FigureRow(
                        "survivors in the " + region.label(),
                        String.valueOf(each.survivors()),
                        each.survivorsByChance().isPresent()
                                ? FigureRow.number(each.survivorsByChance().getAsDouble())
                                : "",
                        "",
                        "of " + each.candidates().a() + " in A and "
                                + each.candidates().b() + " in B")));
        return rows;
    }

    private static FigureRow both(String name, Both both, String meaning) {
        return FigureRow.plain(name, both.a() + " and " + both.b(), meaning);
    }
}
