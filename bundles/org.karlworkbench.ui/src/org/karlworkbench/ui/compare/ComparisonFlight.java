package org.karlworkbench.ui.compare;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jface.action.IAction;
import org.karlworkbench.picture.Ribbons;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.RibbonBand;
import org.karlworkbench.ui.motion.MapFlight;
import org.karlworkbench.ui.motion.PlayAction;

/** Slow motion of a comparison: on the map of B everything flies there from its place in A, and the ribbons follow. */
final class ComparisonFlight {
    private final AddressMap map;
    private final MapFlight flight;
    private final RibbonBand band;
    private final PlayAction action;
    private final Consumer<Boolean> flies;
    private ComparisonContent content;

    /**
     * Nothing flies yet.
     *
     * @param pane that of B
     * @param band the ribbons
     * @param flies is told when it begins, and when all is at its place again
     */
    ComparisonFlight(KernelPane pane, RibbonBand band, Consumer<Boolean> flies) {
        this.band = band;
        this.flies = flies;
        map = pane.map();
        flight = pane.flight();
        action = new PlayAction("Fly From A to B", flight, this::fly);
        pane.onFlown(this::flown);
    }

    /** The button. */
    IAction action() {
        return action;
    }

    /** Another comparison is shown; nothing flies any more. */
    void shows(ComparisonContent newContent) {
        flight.end();
        content = newContent;
    }

    /** Ends it at once. */
    void end() {
        flight.end();
    }

    /** As the button does; false when there is nothing to fly yet. */
    boolean play() {
        if (content != null) {
            action.run();
        }
        return content != null;
    }

    private void fly() {
        if (content != null) {
            flies.accept(true);
            map.setFocus(); // where Esc ends it
            flight.start(content.motion(), map.selectedLane(), map.selectedIndex());
        }
    }

    private void flown() {
        action.follow();
        band.follow(flight.isFlying() ? ribbons(content.ribbons()) : content.ribbons());
        if (!flight.isFlying()) {
            flies.accept(false);
        }
    }

    /** Those to where everything is at this moment. */
    private Ribbons ribbons(Ribbons whole) {
        int[] rows = flight.rows(whole.lane());
        int[] partners = IntStream.range(0, content.mapA().lane(whole.lane()).count())
                .map(item -> whole.partner(item) < 0 ? -1 : rows[whole.partner(item)])
                .toArray();
        return new Ribbons(content.mapA(), map.model(), whole.lane(), partners);
    }
}
