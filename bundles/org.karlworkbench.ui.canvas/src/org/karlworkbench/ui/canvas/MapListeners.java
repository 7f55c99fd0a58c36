package org.karlworkbench.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.karlworkbench.picture.Hit;

/** Who hears what happens on a map; listeners may come while they are called. */
final class MapListeners {
    private final List<ItemListener> items = new ArrayList<>();
    private final List<ViewportListener> viewports = new ArrayList<>();

    void add(ItemListener listener) {
        items.add(Objects.requireNonNull(listener, "listener"));
    }

    void add(ViewportListener listener) {
        viewports.add(Objects.requireNonNull(listener, "listener"));
    }

    void viewportChanged(AddressMap map) {
        List.copyOf(viewports).forEach(listener -> listener.changed(map));
    }

    void selected(int lane, int index) {
        tell(listener -> listener.selected(lane, index));
    }

    void opened(int lane, int index) {
        tell(listener -> listener.opened(lane, index));
    }

    /** Tells which item the pointer is on now; null for none. */
    void hovered(Hit item) {
        tell(listener -> listener.hovered(item == null ? -1 : item.lane(), item == null ? -1 : item.index()));
    }

    private void tell(Consumer<ItemListener> event) {
        List.copyOf(items).forEach(event);
    }
}
