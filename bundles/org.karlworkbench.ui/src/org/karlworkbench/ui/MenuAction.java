package org.karlworkbench.ui;

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

/** A button of a tool bar with a menu of things of which one is chosen; it is made anew each time that it opens. */
public abstract class MenuAction extends Action implements IMenuCreator {
    private Menu menu;

    /**
     * Makes the button.
     *
     * @param title what is chosen, in headline capitals
     * @param icon the name of its picture
     */
    protected MenuAction(String title, String icon) {
        super(title, IAction.AS_DROP_DOWN_MENU);
        setToolTipText(title + "...");
        setImageDescriptor(Images.descriptor(icon));
        setMenuCreator(this);
    }

    /**
     * Fills the menu.
     *
     * @param opened the menu, without items
     */
    protected abstract void fill(Menu opened);

    /**
     * Adds a choice.
     *
     * @param opened the menu
     * @param words what is chosen
     * @param chosen whether it is chosen already
     * @param choose is told that it is chosen now
     */
    protected static void choice(Menu opened, String words, boolean chosen, Runnable choose) {
        MenuItem item = new MenuItem(opened, SWT.RADIO);
        item.setText(words.replace("&", "&&"));
        item.setSelection(chosen);
        item.addListener(SWT.Selection, _ -> {
            if (item.getSelection() && !chosen) {
                choose.run();
            }
        });
    }

    /** A click on the button itself opens the menu, too. */
    @Override
    public final void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem item) {
            ToolBar bar = item.getParent();
            Menu opened = getMenu(bar);
            var place = item.getBounds();
            opened.setLocation(bar.toDisplay(place.x, place.y + place.height));
            opened.setVisible(true);
        }
    }

    @Override
    public final Menu getMenu(Control parent) {
        return anew(new Menu(parent));
    }

    @Override
    public final Menu getMenu(Menu parent) {
        return anew(new Menu(parent));
    }

    private Menu anew(Menu opened) {
        dispose();
        menu = opened;
        fill(menu);
        return menu;
    }

    @Override
    public final void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
