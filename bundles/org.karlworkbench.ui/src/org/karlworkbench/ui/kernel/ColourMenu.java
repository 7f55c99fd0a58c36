package org.karlworkbench.ui.kernel;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Menu;
import org.karlworkbench.ui.MenuAction;
import org.karlworkbench.ui.Remembered;

/** A button whose menu says by what a map is coloured. What was chosen last is taken for the next map, too. */
public final class ColourMenu extends MenuAction {
    private static final String LAST = "colouring";

    private final Consumer<Colouring> changed;
    private Colouring chosen = last();

    /**
     * Makes the button.
     *
     * @param changed is told what was chosen
     */
    public ColourMenu(Consumer<Colouring> changed) {
        super("Colour By", "colours");
        this.changed = changed;
    }

    /** The colouring that was chosen last, in any map. */
    public static Colouring last() {
        String name = Remembered.of("Map").get(LAST);
        for (Colouring each : Colouring.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return Colouring.OBJECT;
    }

    @Override
    protected void fill(Menu opened) {
        for (Colouring each : Colouring.values()) {
            choice(opened, "Colour by " + each.title(), each == chosen, () -> choose(each));
        }
    }

    private void choose(Colouring colouring) {
        chosen = colouring;
        Remembered.of("Map").put(LAST, colouring.name());
        changed.accept(colouring);
    }
}
