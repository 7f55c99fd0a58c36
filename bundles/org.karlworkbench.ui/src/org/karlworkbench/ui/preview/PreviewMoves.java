package org.karlworkbench.ui.preview;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.Separator;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.ui.canvas.ItemMover;

/** Moves objects of the body by hand: by dragging, by keys and by a menu. */
public final class PreviewMoves implements ItemMover {
    private final PreviewPane pane;
    private final RecipeHand hand;

    PreviewMoves(PreviewPane pane, RecipeHand hand) {
        this.pane = pane;
        this.hand = hand;
    }

    @Override
    public boolean canMove(int lane, int row) {
        return lane == PreviewLane.OBJECTS.ordinal()
                && pane.picture() != null
                && !pane.isFlying() // or rows would be those of a moment
                && isFree(pane.picture().object(PreviewLane.OBJECTS, row));
    }

    /** Whether an object is of the body, and there is a recipe to change. */
    private boolean isFree(String object) {
        return hand.isFree() && pane.order().contains(object);
    }

    @Override
    public void moved(int lane, int row, int before) {
        String object = pane.picture().object(PreviewLane.OBJECTS, row);
        int count = pane.picture().columns().get(PreviewLane.OBJECTS).count();
        String next = null;
        for (int at = before; at < count && next == null; at++) {
            String other = pane.picture().object(PreviewLane.OBJECTS, at);
            next = pane.order().contains(other) && !other.equals(object) ? other : null;
        }
        place(object, ObjectMoves.before(pane.order(), object, next));
    }

    @Override
    public void pushed(int lane, int row, int places) {
        String object = pane.picture().object(PreviewLane.OBJECTS, row);
        place(object, ObjectMoves.pushed(pane.order(), object, places));
    }

    /** Moves the selected object by a number of places, if it can be moved. */
    void push(int places) {
        String object = pane.selectedObject();
        if (pane.recipe() != null && isFree(object)) {
            place(object, ObjectMoves.pushed(pane.order(), object, places));
        }
    }

    /** Keeps an order; pinned objects keep their places, but for the one that was moved. */
    private void place(String object, List<String> order) {
        List<String> pinned = ObjectMoves.pinned(pane.recipe(), object, false);
        List<String> others = new ArrayList<>(order);
        others.removeAll(pinned);
        hand.place("Move " + object, others, pinned);
    }

    private void pin(String object, boolean pin) {
        List<String> order = new ArrayList<>(pane.recipe().getOrder());
        order.remove(object);
        hand.place((pin ? "Pin " : "Unpin ") + object, order, ObjectMoves.pinned(pane.recipe(), object, pin));
    }

    /**
     * Adds what can be done with the selected object to a menu.
     *
     * @param menu the menu, made anew each time it opens
     */
    public void addTo(IContributionManager menu) {
        String object = pane.selectedObject();
        Recipe recipe = pane.recipe();
        if (recipe != null && isFree(object)) {
            List<String> order = pane.order();
            String first = order.getFirst();
            menu.add(action("Move to the Front", () -> place(object, ObjectMoves.before(order, object, first))));
            menu.add(action("Move Earlier\tAlt+Left", () -> place(object, ObjectMoves.pushed(order, object, -1))));
            menu.add(action("Move Later\tAlt+Right", () -> place(object, ObjectMoves.pushed(order, object, 1))));
            menu.add(action("Move to the End", () -> place(object, ObjectMoves.before(order, object, null))));
            boolean pinned = recipe.getPinned().contains(object);
            menu.add(action(pinned ? "Unpin" : "Pin to the Makefile's Place", () -> pin(object, !pinned)));
        }
        boolean placed = recipe != null
                && !(recipe.getOrder().isEmpty() && recipe.getPinned().isEmpty());
        if (placed && hand.isFree()) {
            menu.add(action("Let All Places Be Drawn", () -> hand.place("Draw All Places", List.of(), List.of())));
        }
        menu.add(new Separator());
    }

    private static Action action(String text, Runnable run) {
        return new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
    }
}
