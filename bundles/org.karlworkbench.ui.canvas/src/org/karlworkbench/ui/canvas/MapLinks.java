package org.karlworkbench.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.picture.AddressScale;
import org.karlworkbench.picture.Viewport;

/** The other maps that show what one map shows. */
final class MapLinks {
    private final AddressMap map;
    private final List<AddressMap> others = new ArrayList<>();
    private boolean together = true;

    MapLinks(AddressMap map) {
        this.map = map;
    }

    void add(AddressMap other) {
        others.add(other);
        map.addViewportListener(_ -> follow(other));
        other.addDisposeListener(_ -> others.remove(other));
    }

    void setTogether(boolean shown) {
        together = shown;
        if (together) {
            others.forEach(this::follow);
        }
    }

    List<AddressMap> others() {
        return others;
    }

    /** Makes another map show what this one shows. */
    private void follow(AddressMap other) {
        if (!together
                || other.isDisposed()
                || other.model().isEmpty()
                || map.model().isEmpty()) {
            return;
        }
        AddressScale scale = map.model().scale();
        Viewport shown = map.window().viewport();
        if (other.model().scale() == scale) {
            other.window().setViewport(shown);
        } else {
            long first = scale.addressAt((long) Math.floor(shown.from()));
            other.window().showRange(first, scale.addressAt((long) Math.ceil(shown.to()) - 1));
        }
    }

    /** Marks the pointer's address in the other maps. */
    void pointerAt(double coordinate) {
        for (AddressMap other : others) {
            if (other.model().scale() == map.model().scale()) {
                other.showPointer(coordinate);
            }
        }
    }
}
