package org.karlworkbench.ui.exposure;

import org.eclipse.ui.IWorkbenchPage;
import org.karlworkbench.picture.MapModel;

/** Where objects and symbols lie, in a kernel or in the draw that is an example for a kit. */
interface LeakPlaces {
    /** The lane of objects in the map. */
    int OBJECTS = 0;

    /** The lane of symbols. */
    int SYMBOLS = 1;

    /** A map in the colours of what is known. */
    MapModel map(LeakStates states);

    /** What is told of an item at the pointer. */
    String hover(LeakStates states, int lane, int item);

    /** A symbol in the words of {@link LeakQuestion}. */
    String symbol(int item);

    /** Shows an item where the kernel or kit is looked at, without leaving the view. */
    void reveal(IWorkbenchPage page, int lane, int item);

    /**
     * Goes to a place in the editor of the kernel or kit.
     *
     * @param page where the editor is
     * @param object an object
     * @param name a symbol of it, or empty
     */
    void goTo(IWorkbenchPage page, String object, String name);
}
