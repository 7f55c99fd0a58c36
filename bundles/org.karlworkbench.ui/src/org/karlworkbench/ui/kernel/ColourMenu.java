package org.karlworkbench.ui.kernel;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Remembered;

/** A button whose menu says by what a map is coloured. What was chosen last is taken for the next map, too. */
public final class ColourMenu extends Action implements IMenuCreator {
    private static final String LAST = "colouring";

    private final Consumer<Colouring> changed;
    private Colouring chosen = last();
    private Menu menu;

    /**
     * Makes the button.
     *
     * @param changed is told what was chosen
     */
    public ColourMenu(Consumer<Colouring> changed) {
        super("Colour By", IAction.AS_DROP_DOWN_MENU);
        this.changed = changed;
        setToolTipText("Colour By...");
        setImageDescriptor(Images.descriptor("colours"));
        setMenuCreator(this);
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

    /** A click on the button itself opens the menu, too. */
    @Override
    public void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem item) {
            ToolBar bar = item.getParent();
            Menu opened = getMenu(bar);
            var place = item.getBounds();
            opened.setLocation(bar.toDisplay(place.x, place.y + place.height));
            opened.setVisible(true);
        }
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        menu = new Menu(parent);
        fill();
        return menu;
    }

    @Override
    public Menu getMenu(Menu parent) {
        dispose();
        menu = new Menu(parent);
        fill();
        return menu;
    }

    private void fill() {
        for (Colouring each : Colouring.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText("Colour by " + each.title());
            item.setSelection(each == chosen);
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection() && each != chosen) {
                    choose(each);
                }
            });
        }
    }

    private void choose(Colouring colouring) {
        chosen = colouring;
        Remembered.of("Map").put(LAST, colouring.name());
        changed.accept(colouring);
    }

    @Override
    public void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
