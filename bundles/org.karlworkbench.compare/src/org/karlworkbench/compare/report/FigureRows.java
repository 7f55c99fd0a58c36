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
public final class FigureRows {
    private FigureRows() {}

    /** The figures of everything but gadgets. */
    public static List<FigureRow> of(Figures figures) {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(FigureRow.plain(
                "functions at the same address",
                figures.functionsAtSameAddress() + " of " + figures.functions(),
                "what an attacker finds in both without knowing anything"));
        rows.add(FigureRow.plain(
                "symbols",
                figures.symbolsMoved() + " moved, " + figures.symbolsFixed() + " not",
                figures.symbolsOnlyInA() + " are in A only, " + figures.symbolsOnlyInB() + " in B only"));
        if (!figures.identical()) { // of one kernel with itself there is nothing that chance could have given
            figures.order().ifPresent(order -> order(rows, order));
            pairs(rows, "pairs of functions", figures.pairsInvariant().functionFunction());
            pairs(rows, "functions with variables", figures.pairsInvariant().functionVariable());
            pairs(rows, "pairs of variables", figures.pairsInvariant().variableVariable());
        }
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
        rows.add(FigureRow.of(
                "adjacencies kept", adjacencies(order), "objects that follow upon the same object in both"));
        rows.add(FigureRow.of(
                "longest run",
                longestRun(order),
                "the most objects that stand in the same order in both, others between them"));
        if (order.objects() > 1) {
            rows.add(FigureRow.of("Kendall's tau", kendallTau(order), "1 for the same order, -1 for the reverse"));
        }
    }

    /** Adjacent pairs that were kept; rare as they are, their variance is their mean. */
    public static BesideChance adjacencies(OrderFigures order) {
        return new BesideChance(
                order.adjacenciesKept(),
                OptionalDouble.of(order.adjacenciesExpected()),
                OptionalDouble.of(Math.sqrt(order.adjacenciesExpected())));
    }

    /** The longest run. */
    public static BesideChance longestRun(OrderFigures order) {
        return new BesideChance(
                order.longestRun(),
                OptionalDouble.of(order.longestRunExpected()),
                OptionalDouble.of(order.longestRunDeviation()));
    }

    /** Kendall's tau of two objects or more. */
    public static BesideChance kendallTau(OrderFigures order) {
        return new BesideChance(
                order.kendallTau(), OptionalDouble.of(0), OptionalDouble.of(order.kendallTauDeviation()));
    }

    /** Pairs that keep their distance: those of one block always do, and some others by chance. */
    public static BesideChance pairs(KeptPairs pairs) {
        boolean known =
                pairs.expectedByChance().isPresent() && pairs.expectedByBlocks().isPresent();
        OptionalDouble mean = known
                ? OptionalDouble.of(pairs.expectedByBlocks().getAsDouble()
                        + pairs.expectedByChance().getAsDouble())
                : OptionalDouble.empty();
        return new BesideChance(pairs.kept(), mean, pairs.deviation());
    }

    private static void pairs(List<FigureRow> rows, String name, KeptPairs pairs) {
        if (pairs.pairs() == 0) {
            return;
        }
        OptionalDouble blocks = pairs.expectedByBlocks();
        rows.add(FigureRow.of(
                name + " that keep their distance",
                pairs(pairs),
                "of " + pairs.pairs() + ": one leaked pointer gives away the other"
                        + (blocks.isPresent()
                                ? "; " + FigureRow.number(blocks.getAsDouble()) + " lie in one block"
                                : "")));
    }

    /** Gadgets at the same address with the same bytes in both. */
    public static BesideChance survivors(GadgetFigures figures) {
        return new BesideChance(figures.survivors(), figures.survivorsByChance(), figures.survivorsDeviation());
    }

    /** The figures of gadgets. */
    public static List<FigureRow> of(GadgetFigures figures) {
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
        rows.add(FigureRow.of("survivors", survivors(figures), "at the same address with the same bytes in both"));
        if (!Double.isNaN(figures.contentInCommon())) {
            rows.add(FigureRow.plain(
                    "content in common",
                    FigureRow.number(100 * figures.contentInCommon()) + " %",
                    "in both, wherever: the order hides gadgets and does not remove them"));
        }
        figures.byRegion()
                .forEach((region, each) -> rows.add(FigureRow.of(
                        "survivors in the " + region.label(),
                        BesideChance.of(each.survivors(), each.survivorsByChance()),
                        "of " + each.candidates().a() + " in A and "
                                + each.candidates().b() + " in B")));
        return rows;
    }

    private static FigureRow both(String name, Both both, String meaning) {
        return FigureRow.plain(name, both.a() + " and " + both.b(), meaning);
    }
}
