package org.karlworkbench.ui.items;

import java.util.Locale;
import java.util.Map;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.ui.Formats;

/**
 * Two kernels as a whole, with all figures.
 *
 * @param comparison the two kernels
 */
public record ComparisonItem(Comparison comparison) implements Item {
    @Override
    public String label() {
        return comparison.a().kernel().getFileName() + " – "
                + comparison.b().kernel().getFileName();
    }

    @Override
    public String icon() {
        return "compare";
    }

    @Override
    public Facts facts() {
        Figures figures = comparison.figures();
        Facts facts = new Facts()
                .in("Kernels")
                .add("A", comparison.a().kernel().toString())
                .add("B", comparison.b().kernel().toString())
                .add("Same bytes", figures.identical() ? "yes" : "no")
                .add("Same content", figures.sameContent() ? "yes" : "no, or not known")
                .in("Symbols")
                .add("Moved", Formats.count(figures.symbolsMoved()))
                .add("At the same address", Formats.count(figures.symbolsFixed()))
                .add("Only in A", Formats.count(figures.symbolsOnlyInA()))
                .add("Only in B", Formats.count(figures.symbolsOnlyInB()))
                .add(
                        "Functions in place",
                        Formats.count(figures.functionsAtSameAddress()) + " of " + Formats.count(figures.functions()))
                .add("Content differs", Formats.count(figures.contentDiffers().size()))
                .add("Content not known", Formats.count(figures.contentUnknown()));
        figures.order().filter(order -> order.objects() > 1).ifPresent(order -> order(facts, order));
        gaps(facts.in("Gaps"), figures.gapsA(), figures.gapsB());
        return facts;
    }

    private static void order(Facts facts, OrderFigures order) {
        facts.in("Order of the Body")
                .add("Objects", Formats.count(order.objects()))
                .add("Kendall tau", chance(order.kendallTau(), 0, order.kendallTauDeviation()))
                .add(
                        "Neighbours kept",
                        order.adjacenciesKept() + ", by chance "
                                + String.format(Locale.ROOT, "%.2f", order.adjacenciesExpected()))
                .add(
                        "Longest run in the same order",
                        order.longestRun() + ", by chance "
                                + String.format(Locale.ROOT, "%.1f", order.longestRunExpected()));
    }

    private static String chance(double value, double mean, double deviation) {
        return String.format(Locale.ROOT, "%.3f, by chance %.0f ± %.3f", value, mean, deviation);
    }

    private static void gaps(Facts facts, Map<String, Long> a, Map<String, Long> b) {
        a.forEach((name, size) -> facts.add(name, words(size) + " in A, " + words(b.get(name)) + " in B"));
    }

    private static String words(Long size) {
        return size == null ? "not known" : Formats.count(size);
    }
}
