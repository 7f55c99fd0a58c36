package org.karlworkbench.ui.figures;

import java.util.List;
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
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;

/** Figures as cards in a line: a number, and below it what it counts. */
public class Cards extends Composite {
    private final LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), this);

    /**
     * Makes a line without cards.
     *
     * @param parent the composite around it
     */
    public Cards(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new CardLayout());
    }

    /**
     * The height of as many whole lines of cards as fit, one at least.
     *
     * @param height how much there is, in pixels
     */
    public final int wholeLines(int height) {
        return CardLayout.wholeLines(this, height);
    }

    /** Takes all cards away. */
    public final void clear() {
        for (Control card : getChildren()) {
            card.dispose();
        }
    }

    /**
     * Adds a card.
     *
     * @param id the figure's name for tests, behind {@code figure.}
     * @param figure the number
     * @param words what it counts
     * @param tip what it means
     */
    public final void card(String id, String figure, String words, String tip) {
        Composite card = composite();
        Label number = new Label(card, SWT.NONE);
        number.setText(figure);
        finish(card, number, id, words, tip);
    }

    /**
     * Adds a card with a number that can be clicked.
     *
     * @param id the figure's name for tests, behind {@code figure.}
     * @param figure the number
     * @param words what it counts
     * @param tip what it means, and what a click does
     * @param clicked is told of a click
     */
    public final void link(String id, String figure, String words, String tip, Runnable clicked) {
        Composite card = composite();
        Hyperlink number = new Hyperlink(card, SWT.NONE);
        number.setText(figure);
        number.setUnderlined(false);
        number.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> clicked.run()));
        finish(card, number, id, words, tip);
    }

    private Composite composite() {
        Composite card = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(6, 3).spacing(0, 0).applyTo(card);
        return card;
    }

    private void finish(Composite card, Control number, String id, String words, String tip) {
        Ids.mark(number, "figure." + id);
        number.setFont(fonts.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                .increaseHeight(2)
                .setStyle(SWT.BOLD)));
        Label caption = new Label(card, SWT.NONE);
        caption.setText(words);
        GridDataFactory.fillDefaults().applyTo(caption);
        for (Control control : List.of(card, number, caption)) {
            control.setToolTipText(tip);
            Theme.own(control, () -> {
                control.setBackground(Theme.CARD.color());
                control.setForeground(control == caption ? Theme.FAINT.color() : Theme.TABLE_FOREGROUND.color());
            });
        }
    }
}
