package org.karlworkbench.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;

/** A button of a tool bar, with a picture, and its title as its tip. */
public final class ButtonAction extends Action {
    private final Runnable run;

    /**
     * A button that does something.
     *
     * @param title what it does, in headline capitals
     * @param icon the name of its picture
     * @param run does it
     */
    public ButtonAction(String title, String icon, Runnable run) {
        this(title, icon, IAction.AS_PUSH_BUTTON, run);
    }

    /**
     * One of several choices.
     *
     * @param title what is chosen, in headline capitals
     * @param icon the name of its picture
     * @param chosen whether it is chosen already
     * @param run is told that it is chosen now
     */
    public ButtonAction(String title, String icon, boolean chosen, Runnable run) {
        this(title, icon, IAction.AS_RADIO_BUTTON, run);
        setChecked(chosen);
    }

    private ButtonAction(String title, String icon, int style, Runnable run) {
        super(title, style);
        this.run = run;
        setToolTipText(title);
        setImageDescriptor(Images.descriptor(icon));
    }

    @Override
    public void run() {
        if (getStyle() != IAction.AS_RADIO_BUTTON || isChecked()) {
            run.run();
        }
    }
}
