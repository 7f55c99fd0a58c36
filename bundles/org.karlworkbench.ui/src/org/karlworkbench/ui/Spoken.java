package org.karlworkbench.ui;

import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** What a screen reader calls a control that has no words of its own: SWT does not look for a label beside it. */
public final class Spoken {
    /** The key of {@link Control#getData(String)} under which a control keeps its spoken name, for tests. */
    public static final String KEY = "karl.spoken";

    private Spoken() {}

    /**
     * Names a control.
     *
     * @param control a field, choice, table or picture
     * @param words what it is for, without a colon
     * @return the control
     */
    public static <C extends Control> C name(C control, String words) {
        control.setData(KEY, words);
        control.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = words));
        return control;
    }
}
