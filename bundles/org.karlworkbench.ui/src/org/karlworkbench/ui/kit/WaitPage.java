package org.karlworkbench.ui.kit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.karlworkbench.ui.Ids;

/** A page with one sentence: what is being waited for, or why there is nothing to show. */
final class WaitPage {
    private final Composite page;

    WaitPage(Composite parent, String sentence) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(20, 20).applyTo(page);
        Label label = Ids.mark(new Label(page, SWT.WRAP), "kit.wait");
        label.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
    }

    Control control() {
        return page;
    }
}
