package org.karlworkbench.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.items.FindingItem;
import org.karlworkbench.ui.open.FindingPlace;
import org.karlworkbench.ui.table.Shown;

/** One finding in whole sentences: what it is, why it matters, what to do, and a link to its place. */
final class FindingDetails {
    private static final int WIDTH = 400;

    private final Composite area;
    private final Map<String, Label> sentences = new LinkedHashMap<>();
    private final Hyperlink link;
    private FindingItem item;

    FindingDetails(FormToolkit toolkit, Composite parent, Consumer<FindingItem> open) {
        area = toolkit.createComposite(parent);
        Theme.follow(area, () -> area.setBackground(Theme.FORM_BACKGROUND.color()));
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(4, 4)
                .spacing(12, 4)
                .applyTo(area);
        sentence(toolkit, "What it is", "what");
        sentence(toolkit, "Why it matters", "why");
        sentence(toolkit, "What to do", "advice");
        toolkit.createLabel(area, "");
        link = Ids.mark(toolkit.createHyperlink(area, "", SWT.NONE), "kit.finding.link");
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(_ -> open.accept(item)));
        Theme.own(link, () -> {
            link.setBackground(Theme.FORM_BACKGROUND.color());
            link.setForeground(Theme.LINK.color());
        });
    }

    private void sentence(FormToolkit toolkit, String title, String id) {
        Label name = toolkit.createLabel(area, title + ":");
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(name);
        Label words = Ids.mark(toolkit.createLabel(area, "", SWT.WRAP), "kit.finding." + id);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(words);
        sentences.put(id, words);
    }

    Control control() {
        return area;
    }

    void show(FindingItem shown, LinkKit kit) {
        item = shown;
        Finding finding = shown.finding();
        set("what", finding.getMessage());
        boolean plain = finding.getWhy() == null && finding.getSeverity() == Severity.ERROR;
        set(
                "why",
                plain ? "As long as there is an error, the kit can be looked at but not relinked." : finding.getWhy());
        set("advice", finding.getAdvice());
        String words = FindingPlace.of(finding, kit).words();
        link.setText(words);
        link.setVisible(!words.isEmpty());
        area.requestLayout();
    }

    private void set(String id, String words) {
        sentences.get(id).setText(words == null ? "–" : Shown.line(words).replace("&", "&&"));
    }
}
