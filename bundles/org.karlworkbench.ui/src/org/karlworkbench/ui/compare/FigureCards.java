package org.karlworkbench.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.karlworkbench.compare.Figures;
import org.karlworkbench.compare.OrderFigures;
import org.karlworkbench.compare.State;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;

/** The figures of a comparison as cards in a line: a number, and below it what it counts. */
final class FigureCards extends Composite {
    private final LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), this);

    private final Consumer<State> chosen;

    /**
     * Makes cards without figures.
     *
     * @param chosen told of the state whose card was clicked
     */
    FigureCards(Composite parent, Consumer<State> chosen) {
        super(parent, SWT.NONE);
        this.chosen = chosen;
        setLayout(new CardLayout());
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

    private void card(String id, String figure, String words, String tip) {
        card(id, figure, words, tip, null);
    }

    /** Makes a card; one of a state is a link to the rows that are in it. */
    private void card(String id, String figure, String words, String tip, State state) {
        Composite card = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(6, 3).spacing(0, 0).applyTo(card);
        Control number = Ids.mark(state == null ? label(card, figure) : link(card, figure, state), "figure." + id);
        number.setFont(fonts.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                .increaseHeight(2)
                .setStyle(SWT.BOLD)));
        Label caption = new Label(card, SWT.NONE);
        caption.setText(words);
        GridDataFactory.fillDefaults().applyTo(caption);
        for (Control control : List.of(card, number, caption)) {
            control.setToolTipText(state == null ? tip : tip + "; click to see only these");
            Theme.own(control, () -> {
                control.setBackground(Theme.CARD.color());
                control.setForeground(control == caption ? Theme.FAINT.color() : Theme.TABLE_FOREGROUND.color());
            });
        }
    }

    private static Control label(Composite card, String figure) {
        Label label = new Label(card, SWT.NONE);
        label.setText(figure);
        return label;
    }

    private Control link(Composite card, String figure, State state) {
        Hyperlink link = new Hyperlink(card, SWT.NONE);
        link.setText(figure);
        link.setUnderlined(false);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> chosen.accept(state)));
        return link;
    }
}
