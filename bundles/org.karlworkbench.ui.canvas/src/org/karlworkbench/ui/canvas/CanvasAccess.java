package org.karlworkbench.ui.canvas;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;

/** What a screen reader hears of a painted widget: that it is a picture, its name, what it shows, and its keys. */
final class CanvasAccess {
    private final Accessible accessible;
    private String name;

    /**
     * Lets a canvas be heard.
     *
     * @param canvas the canvas
     * @param firstName what it is called at first
     * @param help what its keys do
     * @param description tells what is selected, or what there is to select
     */
    CanvasAccess(Canvas canvas, String firstName, String help, Supplier<String> description) {
        name = firstName;
        accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = name;
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                e.result = description.get();
            }

            @Override
            public void getHelp(AccessibleEvent e) {
                e.result = help;
            }
        });
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_GRAPHIC;
            }

            @Override
            public void getValue(AccessibleControlEvent e) {
                e.result = description.get();
            }
        });
    }

    void setName(String newName) {
        name = newName;
        accessible.sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    void selectionChanged() {
        accessible.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }

    /** The words of a card, as they are said. */
    static String spoken(String card) {
        return card.replace('\t', ' ').replace("\n", ", ");
    }
}
