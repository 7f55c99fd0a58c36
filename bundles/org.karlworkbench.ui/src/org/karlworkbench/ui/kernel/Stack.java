package org.karlworkbench.ui.kernel;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.karlworkbench.ui.Ids;

/** An editor's area that shows a sentence until there is something to show, or instead of it. */
public final class Stack {
    private final Composite area;
    private final StackLayout layout = new StackLayout();
    private final Composite page;
    private final Label icon;
    private final Label sentence;

    /**
     * Fills a composite.
     *
     * @param parent the composite
     * @param id the sentence's name for tests
     */
    public Stack(Composite parent, String id) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(layout);
        page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(20, 20).applyTo(page);
        icon = new Label(page, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        sentence = Ids.mark(new Label(page, SWT.WRAP), id);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(sentence);
    }

    /** The composite in which what is shown is made. */
    public Composite control() {
        return area;
    }

    /** Shows a sentence. */
    public void say(String words) {
        sentence.setText(words);
        show(page);
    }

    /** Shows why there is nothing to show. */
    public void fail(String words) {
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
        say(words);
        page.layout();
    }

    /** Shows a control of the area. */
    public void show(Control control) {
        layout.topControl = control;
        area.layout(true, true);
    }

    /** Gives the focus to what is shown. */
    public void setFocus() {
        if (layout.topControl != null) {
            layout.topControl.setFocus();
        }
    }
}
