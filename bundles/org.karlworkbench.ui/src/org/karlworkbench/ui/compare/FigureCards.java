package org.karlworkbench.ui.compare;

import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.State;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.figures.Cards;

/** The figures of a comparison as cards in a line. */
final class FigureCards extends Cards {
    private final Consumer<State> chosen;

    /**
     * Makes cards without figures.
     *
     * @param chosen told of the state whose card was clicked
     */
    FigureCards(Composite parent, Consumer<State> chosen) {
        super(parent);
        this.chosen = chosen;
    }

    void show(Figures figures) {
        card(
                "moved",
                Formats.count(figures.symbolsMoved()),
                "symbols moved",
                "Symbols at different addresses",
                State.MOVED);
        card(
                "fixed",
                Formats.count(figures.symbolsFixed()),
                "did not move",
                "Symbols at the same address in both",
                State.FIXED);
        card(
                "only-a",
                Formats.count(figures.symbolsOnlyInA()),
                "only in A",
                "Symbols that B does not have",
                State.ONLY_A);
        card(
                "only-b",
                Formats.count(figures.symbolsOnlyInB()),
                "only in B",
                "Symbols that A does not have",
                State.ONLY_B);
        card(
                "functions",
                Formats.count(figures.functionsAtSameAddress()) + " of " + Formats.count(figures.functions()),
                "functions in place",
                "Functions whose address is the same in both");
        figures.order().ifPresent(this::order);
        card("content", content(figures), "content", contentTip(figures));
        requestLayout();
    }

    private void order(OrderFigures order) {
        if (order.objects() < 2) {
            return;
        }
        card(
                "kendall",
                String.format(Locale.ROOT, "%.3f", order.kendallTau()),
                String.format(Locale.ROOT, "Kendall tau, chance ± %.2f", order.kendallTauDeviation()),
                "1 for the same order of the body's objects, -1 for the reverse, 0 by chance");
        card(
                "adjacencies",
                Formats.count(order.adjacenciesKept()),
                String.format(Locale.ROOT, "neighbours kept, chance %.1f", order.adjacenciesExpected()),
                "Pairs of objects that follow each other directly in both");
        card(
                "run",
                Formats.count(order.longestRun()),
                String.format(Locale.ROOT, "longest run, chance %.1f", order.longestRunExpected()),
                "The most objects that are in the same order in both, others between them allowed");
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

    /** A card that is a link to the rows in a state. */
    private void card(String id, String figure, String words, String tip, State state) {
        link(id, figure, words, tip + "; click to see only these", () -> chosen.accept(state));
    }
}
