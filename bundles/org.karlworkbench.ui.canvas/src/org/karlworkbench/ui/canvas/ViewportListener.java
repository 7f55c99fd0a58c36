package org.karlworkbench.ui.canvas;

/** Hears when a map shows other addresses. */
@FunctionalInterface
public interface ViewportListener {
    /** The window of a map has moved or has another width in bytes; see {@link AddressMap#viewport()}. */
    void changed(AddressMap map);
}
