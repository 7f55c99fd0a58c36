package org.karlworkbench.ui.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.KeptPairs;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.gadgets.GadgetFigures;
import org.karlworkbench.compare.gadgets.Gadgets;
import org.karlworkbench.compare.report.BesideChance;
import org.karlworkbench.compare.report.FigureRow;
import org.karlworkbench.compare.report.FigureRows;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.figures.Cards;

/** The figures of a comparison as cards in a line, each beside what two fair draws would give. */
final class FigureCards extends Cards {
    private final Consumer<String> chosen;

    /**
     * Makes cards without figures.
     *
     * @param chosen told of the filter behind a card that was clicked
     */
    FigureCards(Composite parent, Consumer<String> chosen) {
        super(parent);
        this.chosen = chosen;
    }

    /**
     * Shows figures.
     *
     * @param figures of the comparison
     * @param gadgets what is known of the gadgets, or null as long as they are looked for
     */
    void show(Figures figures, Gadgets gadgets) {
        clear();
        link("content", content(figures), "content", contentTip(figures), "content:differs");
        states(figures);
        if (!figures.identical()) { // of one kernel with itself there is nothing that chance could have given
            figures.order().filter(order -> order.objects() > 1).ifPresent(this::order);
            pairs(
                    "pairs.functions",
                    "function pairs kept",
                    figures.pairsInvariant().functionFunction());
            pairs("pairs.mixed", "mixed pairs kept", figures.pairsInvariant().functionVariable());
            pairs(
                    "pairs.variables",
                    "variable pairs kept",
                    figures.pairsInvariant().variableVariable());
            gaps(figures.gapsA(), figures.gapsB());
            gadgets(gadgets);
        }
        requestLayout();
    }

    private void states(Figures figures) {
        int both = figures.symbolsMoved() + figures.symbolsFixed();
        if (both + figures.symbolsOnlyInA() + figures.symbolsOnlyInB() == 0) {
            card(
                    "symbols",
                    "none",
                    "symbols",
                    "Both kernels are stripped: there is no symbol to look for in the other");
            return;
        }
        link("moved", figures.symbolsMoved(), "symbols moved", "Symbols at different addresses", "state=moved");
        link("fixed", figures.symbolsFixed(), "did not move", "Symbols at the same address in both", "state:fixed");
        if (figures.symbolsOnlyInA() + figures.symbolsOnlyInB() > 0) {
            alone(figures);
        }
        card(
                "functions",
                Formats.count(figures.functionsAtSameAddress()) + " of " + Formats.count(figures.functions()),
                "functions in place",
                "Functions whose address is the same in both");
    }

    private void alone(Figures figures) {
        link("only-a", figures.symbolsOnlyInA(), "only in A", "Symbols that B does not have", "state=\"only in A\"");
        link("only-b", figures.symbolsOnlyInB(), "only in B", "Symbols that A does not have", "state=\"only in B\"");
    }

    private void order(OrderFigures order) {
        card(
                "kendall",
                String.format(Locale.ROOT, "%.3f", order.kendallTau()),
                "Kendall tau",
                FigureRows.kendallTau(order),
                "1 for the same order of the body's objects, -1 for the reverse, 0 by chance");
        card(
                "adjacencies",
                Formats.count(order.adjacenciesKept()),
                "neighbours",
                FigureRows.adjacencies(order),
                "Pairs of objects that follow each other directly in both");
        card(
                "run",
                Formats.count(order.longestRun()),
                "longest run",
                FigureRows.longestRun(order),
                "The most objects that are in the same order in both, others between them allowed");
    }

    /** The share of pairs that keep their distance; the blocks alone keep some of them in every draw. */
    private void pairs(String id, String words, KeptPairs pairs) {
        if (pairs.pairs() == 0) {
            return;
        }
        String blocks = pairs.expectedByBlocks().isPresent()
                ? "; the blocks alone keep " + percent(pairs.expectedByBlocks().getAsDouble(), pairs)
                : "";
        card(
                id,
                percent(pairs.kept(), pairs),
                words,
                FigureRows.pairs(pairs),
                Formats.count(pairs.kept()) + " of " + Formats.count(pairs.pairs())
                        + " pairs keep their distance: one leaked pointer gives away the other" + blocks);
    }

    private static String percent(double some, KeptPairs pairs) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * some / pairs.pairs());
    }

    private void gaps(Map<String, Long> a, Map<String, Long> b) {
        if (a.values().stream().anyMatch(Objects::isNull) || b.values().stream().anyMatch(Objects::isNull)) {
            return;
        }
        String sizes = a.entrySet().stream()
                .map(gap ->
                        gap.getKey() + " " + Formats.count(gap.getValue()) + " → " + Formats.count(b.get(gap.getKey())))
                .collect(Collectors.joining("\n"));
        card(
                "gaps",
                Formats.brief(sum(a)) + " → " + Formats.brief(sum(b)),
                "in the gaps",
                "Bytes of random padding in A and in B\n" + sizes);
    }

    private static long sum(Map<String, Long> gaps) {
        return gaps.values().stream().mapToLong(Long::longValue).sum();
    }

    private void gadgets(Gadgets gadgets) {
        switch (gadgets) {
            case null -> unknown("…", "They are being looked for");
            case Gadgets.Unknown some -> unknown("not known", some.reason());
            case GadgetFigures some -> found(some);
        }
    }

    private void unknown(String figure, String tip) {
        card("survivors", figure, "gadgets in place", tip);
        card("common", figure, "gadgets in common", tip);
    }

    private void found(GadgetFigures figures) {
        card(
                "survivors",
                Formats.count(figures.survivors()) + " of "
                        + Formats.count(figures.candidates().a()),
                "gadgets in place",
                FigureRows.survivors(figures),
                "Short sequences that end where an attacker may lead, at the same address with the same bytes in both");
        card(
                "common",
                Double.isNaN(figures.contentInCommon())
                        ? "none"
                        : String.format(Locale.ROOT, "%.2f %%", 100 * figures.contentInCommon()),
                "gadgets in common",
                "Sequences that both have, wherever: the order hides gadgets and does not remove them");
    }

    private static String content(Figures figures) {
        if (figures.identical()) {
            return "identical";
        }
        if (figures.sameContent()) {
            return "same";
        }
        boolean open =
                figures.contentDiffers().isEmpty() && figures.symbolsOnlyInA() == 0 && figures.symbolsOnlyInB() == 0;
        return open ? "not known" : "differs";
    }

    private static String contentTip(Figures figures) {
        if (figures.identical()) {
            return "Both files have the same bytes";
        }
        String differs = Formats.plural(figures.contentDiffers().size(), "symbol differs", "symbols differ");
        String unknown = Formats.plural(figures.contentUnknown(), "symbol", "symbols") + " cannot be judged";
        return figures.sameContent()
                ? "Both hold the same code and data; only order and gaps differ"
                : differs + ", " + unknown;
    }

    /** A card of a figure that chance gives, too. */
    private void card(String id, String figure, String words, BesideChance beside, String tip) {
        String sigma = beside.sigma().isPresent() ? ", " + beside.sigmaText() + " σ" : "";
        card(id, figure, words + sigma, tip + chance(beside));
    }

    private static String chance(BesideChance beside) {
        if (beside.mean().isEmpty()) {
            return "";
        }
        String mean =
                ".\nTwo fair draws would give " + FigureRow.number(beside.mean().getAsDouble());
        return beside.sigma().isEmpty()
                ? mean
                : mean + " ± " + FigureRow.number(beside.deviation().getAsDouble()) + "; this is " + beside.words()
                        + " (" + beside.sigmaText() + " sigma)";
    }

    private void link(String id, long count, String words, String tip, String filter) {
        link(id, Formats.count(count), words, tip, filter);
    }

    /** A card that is a link to the rows that it counts. */
    private void link(String id, String figure, String words, String tip, String filter) {
        link(id, figure, words, tip + "; click to see only these", () -> chosen.accept(filter));
    }
}
