package org.karlworkbench.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Words above what a view shows, in as many lines as they need; they take no room while there are none. */
public final class Sentence {
    private Sentence() {}

    /**
     * Makes a label without words.
     *
     * @param parent a composite with a grid layout
     * @param id its name for tests
     */
    public static Label in(Composite parent, String id) {
        Label label = Ids.mark(new Label(parent, SWT.WRAP), id);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .indent(6, 2)
                .applyTo(label);
        return label;
    }

    /**
     * Says something; the label's parent has to be laid out then.
     *
     * @param label the label
     * @param words what it says, empty for nothing
     */
    public static void say(Label label, String words) {
        label.setText(words);
        shown(label, !words.isEmpty());
    }

    /**
     * Shows a control, or takes it and its room away; its parent has to be laid out then.
     *
     * @param control in a grid
     * @param visible whether it is shown
     */
    public static void shown(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }
}
