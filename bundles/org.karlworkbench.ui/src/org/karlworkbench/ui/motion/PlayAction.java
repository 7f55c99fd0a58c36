package org.karlworkbench.ui.motion;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.karlworkbench.ui.Images;

/** A button that begins slow motion, is pressed for as long as it goes on, and ends it. */
public final class PlayAction extends Action {
    private final MapFlight flight;
    private final Runnable play;

    /**
     * Makes the button.
     *
     * @param title what is shown, in headline capitals
     * @param flight what flies
     * @param play begins
     */
    public PlayAction(String title, MapFlight flight, Runnable play) {
        super(title, IAction.AS_CHECK_BOX);
        this.flight = flight;
        this.play = play;
        setToolTipText(title + " (Shift+F8)");
        setImageDescriptor(Images.descriptor("slow"));
    }

    @Override
    public void run() {
        if (flight.isFlying()) {
            flight.end();
        } else {
            play.run();
        }
        follow();
    }

    /** Shows whether something flies. */
    public void follow() {
        setChecked(flight.isFlying());
    }
}
